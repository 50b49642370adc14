package org.tributary.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tributary.runtime.store.StoreSamples.key;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that another process replaces at the worst moment: after it was looked at and before it is opened. */
final class ReplacedWhileReadTest {
    @TempDir(factory = FastFolders.class)
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    @Test
    void result_replacedByALongerOneBeforeItIsOpened_isReadWhole() throws IOException {
        assertThat(readWhileReplaced(new byte[10], new byte[11])).isEqualTo(new byte[11]);
        assertThat(warnings).isEmpty();
    }

    @Test
    void result_replacedByAShorterOneBeforeItIsOpened_isReadWhole() throws IOException {
        assertThat(readWhileReplaced(new byte[2000], new byte[5])).isEqualTo(new byte[5]);
        assertThat(warnings).isEmpty();
    }

    private byte[] readWhileReplaced(byte[] first, byte[] second) throws IOException {
        DirectoryStore other = DirectoryStore.open(folder, warnings::add);
        other.putResult(key(1), first);
        Surroundings real = Surroundings.real();
        FileOperations replacing = beforeOpen(real.files(), () -> other.putResult(key(1), second));
        DirectoryStore store = DirectoryStore.open(folder, real.with(replacing, real.owner()), warnings::add);
        return store.result(key(1)).orElseThrow().body();
    }

    private static FileOperations beforeOpen(FileOperations files, Replacement replacement) {
        return (FileOperations) Proxy.newProxyInstance(
                FileOperations.class.getClassLoader(), new Class<?>[] {FileOperations.class}, (self, method, given) -> {
                    if (method.getName().equals("open")) {
                        replacement.run();
                    }
                    try {
                        return method.invoke(files, given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @FunctionalInterface
    private interface Replacement {
        void run() throws IOException;
    }
}
