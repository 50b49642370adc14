package org.tributary.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tributary.pipeline.PipelineException;

class SqliteSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "sqlite:mlflow.db, mlflow.db",
        "sqlite:///mlflow.db, mlflow.db",
        "sqlite:////abs/mlflow.db, /abs/mlflow.db",
        "sqlite:/abs/mlflow.db, /abs/mlflow.db",
        "sqlite:a b/ż.db, a b/ż.db",
        "sqlite:///../x.db, ../x.db"
    })
    void path_uri_isTheFile(String uri, String path) {
        assertThat(SqliteUri.path(uri)).isEqualTo(Path.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sqlite:", "sqlite:///", "sqlite://host/x.db", "sqlite:x.db?mode=ro", "file:x", "sqlite:a\u0000"
            })
    void path_noFile_isTheUsersMistake(String uri) {
        assertThatThrownBy(() -> SqliteUri.path(uri))
                .isInstanceOf(PipelineException.class)
                .hasMessage("[MLFLOW_BAD_URI] \"" + uri + "\" names no SQLite file. Write sqlite:mlflow.db, or"
                        + " sqlite:////data/mlflow.db for an absolute path.");
    }

    @Test
    void of_relativeFile_isInTheWorkingFolderWithMlrunsBeside() {
        SqliteSettings settings = SqliteSettings.of(Path.of("mlflow.db"));
        assertThat(settings.database()).isEqualTo(Path.of("mlflow.db").toAbsolutePath());
        assertThat(settings.artifacts()).isEqualTo(Path.of("mlruns").toAbsolutePath());
        assertThat(settings.user()).isEqualTo(System.getProperty("user.name"));
        assertThat(settings.ids().get())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(settings.ids().get());
        assertThat(settings.withArtifacts(Path.of("/x/y")).artifacts()).isEqualTo(Path.of("/x/y"));
    }

    @ParameterizedTest
    @CsvSource({
        "org.example.Train --password x, org.example.Train",
        "/home/alice/app.jar a, app.jar",
        "C:\\Users\\alice\\app.jar, app.jar",
        "java, java"
    })
    void program_commandLine_keepsTheNameOnly(String command, String program) {
        assertThat(SqliteSettings.program(command)).isEqualTo(program);
    }
}
