package org.tributary.runtime.config;

/** What the reference page says in sentences. */
final class ReferenceText {

    static final String START = """
            # config.yml

            A configuration says in YAML what a pipeline in Java says: which steps there are, their settings, and where their inputs come
            from. All faults are told at once, with line and column; each has a page in [errors](../errors). This page is generated from
            the records of the steps; a test says how, when it is out of date.

            ```yaml
            name: penguins
            steps:
              ingest:   {use: csv, path: data/raw/penguins-raw.csv}
              clean:    {operations: [trim]}
              split:    {test: 0.2, stratify: Species}
              prepare:  {from: split.train, target: Species, impute: median}
              train:    {trainer: logistic, epochs: 50}
              evaluate: {from: [train, split.test]}
            ```

            `--set train.epochs=7` changes one value for one run: the first name is a section, or else a step. A value that begins with `[`,
            `{` or a quote is read as YAML, any other is a text as it stands. `${NAME}` is the environment variable of that name, in any
            value; `$${NAME}` is that text itself. Anchors, aliases, merge keys, tags, duplicate keys and second documents are refused, and
            files over 1 MiB too. Relative paths start in the working directory.
            """;

    static final String NAME_AND_SEED = """
            | `name` | text | required | | The name of the pipeline and its runs. |
            | `seed` | optional whole number | `null` | | Fills each setting named `seed` that is not written; without it each has its own default. |
            """;

    static final String EXPORTS_AND_STEPS = """
            | `exports` | map of path | `{}` | | By step: the folder that its value is written to after the run. |
            | `steps` | map of steps | required | | By name, in any order. The step that is written last gives the result. |
            """;

    static final String USE_AND_FROM = """
            | `use` | text | its name | | The id of the kind of step, as listed below. |
            | `from` | text or list of text | the step above | | The step that gives the input, or a part of what it gives, such as `split.train`; a list for a step with several inputs. |
            """;

    static final String VALUES = """

            ## How values are written

            | type | written as |
            | --- | --- |
            | text | as it stands; quotes only where YAML needs them. `no`, `0755` and `1.10` stay what they are |
            | whole number | digits, without leading zeros |
            | number | `0.5`, `1e-3`, `.inf`, `.nan` |
            | true or false | `true`, `false` |
            | path | relative to the working directory, or absolute |
            | duration | `250ms`, `30s`, `5m`, `2h`, `1d`, or ISO 8601 such as `PT1H` |
            | list of, set of | `[a, b]`; a set holds each value once |
            | map of | `{key: a, other: b}` |
            | optional | the value, or nothing: `null` |
            | one of | the name, or `{name: {key: value}}` for a choice with settings |
            """;

    static final String MAPS = """

            ## Maps

            Settings that are maps with keys of their own, written as `{key: value}` or on lines below their key.
            """;

    static final String CHOICES = """

            ## Choices

            A choice is written by its name, such as `median`, or with settings, such as `{constant: {value: 0}}`.
            """;

    private ReferenceText() {}
}
