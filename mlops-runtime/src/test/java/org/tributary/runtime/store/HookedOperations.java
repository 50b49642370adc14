package org.tributary.runtime.store;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A store to which another process does something at the worst moment: right before one of its file operations. */
final class HookedOperations {
    private final String operation;
    private final Deed deed;
    private int left;

    private HookedOperations(String operation, int number, Deed deed) {
        this.operation = operation;
        this.left = number;
        this.deed = deed;
    }

    /** A store that does {@code deed} right before its operation of that name and number, counted from 1. */
    static DirectoryStore before(String operation, int number, Path root, Consumer<String> warnings, Deed deed) {
        Surroundings real = Surroundings.real();
        FileOperations hooked = new HookedOperations(operation, number, deed).over(real.files());
        return DirectoryStore.open(root, real.with(hooked, real.owner()), warnings);
    }

    /** The same with its operation of that number, whatever its name. */
    static DirectoryStore beforeAny(int number, Path root, Consumer<String> warnings, Deed deed) {
        return before("", number, root, warnings, deed);
    }

    private FileOperations over(FileOperations files) {
        return (FileOperations) Proxy.newProxyInstance(
                FileOperations.class.getClassLoader(), new Class<?>[] {FileOperations.class}, (self, method, given) -> {
                    boolean counts = operation.isEmpty() || method.getName().equals(operation);
                    if (counts && --left == 0) {
                        deed.run();
                    }
                    try {
                        return method.invoke(files, given);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }
}
