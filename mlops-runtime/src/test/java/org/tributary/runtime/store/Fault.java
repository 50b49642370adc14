package org.tributary.runtime.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What happens at one file operation of a store; see {@link FaultyStore}. */
public enum Fault {
    /** The process dies before the operation. */
    KILL(Effect.DEATH),
    /** A write does half its work, any other operation all of it; then the process dies. */
    TORN(Effect.DEATH),
    /** Power is cut; all names reached the disk, data that was not forced did not. */
    POWER_CUT_NAMES_KEPT(Effect.DEATH),
    /** Power is cut; all names reached the disk, data that was not forced became zeros. */
    POWER_CUT_ZEROS(Effect.DEATH),
    /** Power is cut; names and data that were not forced are lost. */
    POWER_CUT_NAMES_LOST(Effect.DEATH),
    /** Power is cut; some of the names and data that were not forced are lost, which ones follows from the position. */
    POWER_CUT_MIXED(Effect.DEATH),
    /** The disk is full, once. */
    NO_SPACE(Effect.FAILURE),
    /** The disk is full from here on. */
    NO_SPACE_STICKY(Effect.STICKY_FAILURE),
    /** The operation fails once with an input/output error. */
    IO_ERROR(Effect.FAILURE),
    /** All operations from here on fail with an input/output error. */
    IO_ERROR_STICKY(Effect.STICKY_FAILURE),
    /** One change is refused because the file system is read-only. */
    READ_ONLY(Effect.FAILURE),
    /** The file system is read-only from here on. */
    READ_ONLY_STICKY(Effect.STICKY_FAILURE);

    private final Effect effect;

    Fault(Effect effect) {
        this.effect = effect;
    }

    /** Whether the process dies of it. */
    public boolean isDeath() {
        return effect == Effect.DEATH;
    }

    boolean isSticky() {
        return effect == Effect.STICKY_FAILURE;
    }

    boolean appliesTo(Operation operation) {
        return switch (this) {
            case NO_SPACE, NO_SPACE_STICKY -> Operation.NEED_SPACE.contains(operation);
            case READ_ONLY, READ_ONLY_STICKY -> Operation.CHANGES.contains(operation);
            default -> true;
        };
    }

    IOException exception(Path path) {
        String reason = switch (this) {
            case NO_SPACE, NO_SPACE_STICKY -> "No space left on device";
            case READ_ONLY, READ_ONLY_STICKY -> "Read-only file system";
            default -> "Input/output error";
        };
        return new FileSystemException(path.toString(), null, reason);
    }

    private enum Effect {
        DEATH,
        FAILURE,
        STICKY_FAILURE
    }

    /** The kinds of operations that are counted. */
    enum Operation {
        CREATE,
        WRITE,
        FORCE,
        CLOSE,
        OPEN,
        READ,
        LOOK,
        LIST,
        CREATE_FOLDER,
        RENAME,
        TOUCH,
        FORCE_FOLDER,
        DELETE;

        private static final Set<Operation> NEED_SPACE =
                EnumSet.of(CREATE, WRITE, FORCE, CLOSE, CREATE_FOLDER, RENAME, FORCE_FOLDER);
        private static final Set<Operation> CHANGES = EnumSet.of(CREATE, WRITE, CREATE_FOLDER, RENAME, TOUCH, DELETE);
    }
}
