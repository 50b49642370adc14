package org.tributary.tracking.dvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DvcConfigTest {

    @TempDir
    Path folder;

    private DvcConfig config(String text) throws IOException {
        Files.createDirectories(folder.resolve(".dvc"));
        Files.writeString(folder.resolve(".dvc/config"), text);
        return DvcConfig.read(folder.resolve(".dvc"));
    }

    @Test
    void read_whatDvcWrites_givesRemoteRelativeToItsFolder() throws IOException {
        DvcConfig config = config("[core]\n    remote = store\n['remote \"store\"']\n    url = ../../remote\n");
        assertThat(config.defaultRemote()).contains("store");
        assertThat(config.url("store")).contains("../../remote");
        assertThat(config.resolve("../../remote")).isEqualTo(folder.resolveSibling("remote"));
        assertThat(config.cache()).isEqualTo(folder.resolve(".dvc/cache"));
    }

    @Test
    void read_nothing_hasDefaults() throws IOException {
        DvcConfig config = config("");
        assertThat(config.defaultRemote()).isEmpty();
        assertThat(config.url("store")).isEmpty();
        Files.delete(folder.resolve(".dvc/config"));
        assertThat(DvcConfig.read(folder.resolve(".dvc")).cache()).isEqualTo(folder.resolve(".dvc/cache"));
    }

    @Test
    void read_handWrittenStyles_meanTheSame() throws IOException {
        DvcConfig config =
                config("# mine\n[core]\nremote='store'  # default\n\n[ 'remote \"a b\"' ]\n\turl = \"/x #y\"\n"
                        + "[remote \"plain\"]\nurl=/z\n[cache]\n  dir = ../elsewhere\n  type = \"reflink,copy\"\n");
        assertThat(config.defaultRemote()).contains("store");
        assertThat(config.url("a b")).contains("/x #y");
        assertThat(config.cache()).isEqualTo(folder.resolve("elsewhere"));
    }

    @Test
    void read_localConfig_overrides() throws IOException {
        Files.createDirectories(folder.resolve(".dvc"));
        Files.writeString(folder.resolve(".dvc/config.local"), "['remote \"store\"']\nurl = /mine\n");
        DvcConfig config = config("[core]\nremote = store\n['remote \"store\"']\nurl = /theirs\n");
        assertThat(config.url("store")).contains("/mine");
        assertThat(config.defaultRemote()).contains("store");
    }

    @Test
    void read_noSetting_namesFileAndLine() {
        assertThatThrownBy(() -> config("[core]\n\nremote store\n"))
                .hasMessage("[DVC_BAD_CONFIG] line 3 is no setting of DVC: " + folder.resolve(".dvc/config")
                        + ". Write \"key = value\" below a \"[section]\".");
    }

    @Test
    void provide_movedCache_isUsed() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write(".dvc/config.local", "[cache]\n    dir = ../../shared\n");
        repo.versions().provide(repo.path("data/raw/a.txt"));
        assertThat(Repo.files(folder.resolve("shared"))).hasSize(2);
        assertThat(repo.path(".dvc/cache")).doesNotExist();
    }

    @Test
    void provide_remoteInTheCloud_saysWhatToRun() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write(".dvc/config.local", "['remote \"store\"']\n    url = https://user:secret@host/data\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("tool.sh")))
                .hasMessage(
                        "[DVC_REMOTE_NOT_A_FOLDER] " + repo.path("tool.sh") + " is missing, and the remote \"store\" is"
                                + " no local folder: https://host/data. Run \"dvc pull tool.sh.dvc\".");
    }

    @Test
    void provide_noDefaultRemote_saysSo() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write(".dvc/config", "");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("tool.sh")))
                .hasMessage("[DVC_MISSING] " + repo.path("tool.sh")
                        + " is missing, and its object 3e2b31c72181b87149ff995e7202c0e3 is neither in the cache "
                        + repo.path(".dvc/cache")
                        + " nor in a remote, since .dvc/config names no default. Run \"dvc push\""
                        + " where the data is.");
    }

    @Test
    void provide_unknownRemote_saysHowToAddIt() throws IOException {
        Repo repo = Repo.in(folder);
        repo.write(".dvc/config", "[core]\n    remote = other\n");
        assertThatThrownBy(() -> repo.versions().provide(repo.path("tool.sh")))
                .hasMessage("[DVC_NO_REMOTE] " + repo.path("tool.sh") + " is missing, and .dvc/config has no url of the"
                        + " remote \"other\" that should have it. Run \"dvc remote add other FOLDER\".");
    }
}
