package org.tributary.table;

/** A profile as one HTML file that needs no network and runs no script. */
final class ProfilePage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1b1f24; --quiet: #555e68; --paper: #ffffff; --card: #f4f6f8; --line: #c9d0d8;
              --bar: #0b66c3; --warn: #a33b00; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eaed; --quiet: #aab3bd; --paper: #14171b; --card: #1e2329; --line: #3a424c; --bar: #6cb2f5;
                --warn: #ffb07a; } }
            * { box-sizing: border-box; }
            body { margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--paper); color: var(--ink);
              font: 0.9375rem/1.45 system-ui, sans-serif; }
            h1, h2, th, dd { overflow-wrap: anywhere; }
            h1 { margin: 0.5rem 0 0; font-size: 1.5rem; }
            h2 { margin: 0; font-size: 1.0625rem; }
            small { color: var(--quiet); font-weight: normal; white-space: nowrap; }
            main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; }
            section { display: flex; flex-direction: column; min-width: 0; padding: 0.875rem 1rem; background: var(--card);
              border: 1px solid var(--line); border-radius: 0.5rem; }
            .presence, .others, header p { margin: 0.25rem 0 0.75rem; color: var(--quiet); }
            .others { margin: 0.25rem 0 0; }
            strong { color: var(--warn); }
            dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); gap: 0.375rem 0.75rem; margin: 0 0 0.75rem; }
            dt { color: var(--quiet); font-size: 0.8125rem; }
            dd { margin: 0; font-variant-numeric: tabular-nums; }
            figure { margin: auto 0 0; }
            svg { display: block; width: 100%; height: 6rem; border-bottom: 1px solid var(--quiet); }
            rect { fill: var(--bar); }
            figcaption { display: flex; justify-content: space-between; gap: 1rem; color: var(--quiet); font-size: 0.8125rem; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; }
            th { width: 40%; padding: 0.125rem 0.5rem 0.125rem 0; font-weight: normal; text-align: left; vertical-align: top; }
            td { padding: 0.125rem 0; vertical-align: top; }
            td + td { width: 8.5rem; text-align: right; font-variant-numeric: tabular-nums; }
            td span { display: block; height: 0.75rem; margin-top: 0.3rem; min-width: 1px; background: var(--bar); }
            """;

    private ProfilePage() {}

    static String of(TableProfile profile, String title) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n");
        html.append("<!-- The profile of a table, written by Tributary. -->\n<html lang=\"en\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(PageText.escaped(title)).append(": profile</title>\n<style>\n");
        html.append(STYLE).append("</style>\n</head>\n<body>\n<header>\n<h1>").append(PageText.escaped(title));
        html.append("</h1>\n<p>").append(size(profile)).append("</p>\n</header>\n<main>\n");
        profile.columns().forEach(column -> new ColumnCard(column, html).write());
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String size(TableProfile profile) {
        long missing =
                profile.columns().stream().mapToLong(ColumnProfile::missing).sum();
        long cells = profile.rows() * profile.columns().size();
        return PageText.count(profile.rows(), "row") + ", "
                + PageText.count(profile.columns().size(), "column") + ", " + PageText.count(missing)
                + " of " + PageText.count(cells, "value") + " missing (" + PageText.share(missing, cells) + ")";
    }
}
