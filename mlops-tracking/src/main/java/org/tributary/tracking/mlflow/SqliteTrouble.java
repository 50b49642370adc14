package org.tributary.tracking.mlflow;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.tributary.pipeline.PipelineException;

/** Says what is wrong with a database, and what to do. */
final class SqliteTrouble {

    /** The low byte of an extended result code is the plain one. */
    private static final int PLAIN = 0xff;

    private SqliteTrouble() {}

    /** Whether another program holds a lock that this statement needs. */
    static boolean isBusy(SQLException e) {
        int code = e.getErrorCode() & PLAIN;
        return code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    /** An error of SQLite in the user's words. */
    static PipelineException with(Path file, SQLException e) {
        int code = e.getErrorCode() & PLAIN;
        if (isBusy(e)) {
            return new PipelineException(
                    "[MLFLOW_BUSY] another program keeps the MLflow database " + file
                            + " locked. End the program that holds a transaction open, or track into another file.",
                    e);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return foreign(file, "it is not a SQLite file");
        }
        return new PipelineException(text(file, code, e), e);
    }

    private static String text(Path file, int code, SQLException e) {
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return "[MLFLOW_READ_ONLY] the MLflow database " + file
                    + " cannot be written. Allow this user to write the file and its folder, or track into another file.";
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return "[MLFLOW_CANNOT_OPEN] the MLflow database " + file
                    + " cannot be opened or made. Check that its folder exists and that this user may write there.";
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "[MLFLOW_DISK_FULL] there is no room left to write the MLflow database " + file
                    + ". Free space there, or track into a file on another disk.";
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "[MLFLOW_DAMAGED] the MLflow database " + file
                    + " is damaged. Restore it from a copy, or move it away so that a new one is made.";
        }
        return "[MLFLOW_FAILED] the MLflow database " + file + " cannot be written: " + e.getMessage()
                + ". Check the disk and the file, or track into another file.";
    }

    /** The folder of the file cannot be made. */
    static PipelineException noFolder(Path file, IOException e) {
        return new PipelineException(
                "[MLFLOW_CANNOT_OPEN] the MLflow database " + file
                        + " cannot be opened or made. Check that its folder exists and that this user may write there.",
                e);
    }

    /** A file of something else. */
    static PipelineException foreign(Path file, String why) {
        return new PipelineException("[MLFLOW_FOREIGN_FILE] " + file + " is no MLflow database: " + why
                + ". Nothing was changed. Track into another file, or move this one away.");
    }

    /** A column is missing. */
    static PipelineException tooOld(Path file, String column) {
        return new PipelineException("[MLFLOW_OLD_LAYOUT] the MLflow database " + file + " has no column " + column
                + ": it is older than MLflow 2.22. Nothing was changed. Run \"mlflow db upgrade sqlite:///" + file
                + "\" with MLflow 2.22 or newer, or track into another file.");
    }

    /** A column wants a value that nobody here knows. */
    static PipelineException tooNew(Path file, String column) {
        return new PipelineException("[MLFLOW_NEW_LAYOUT] the MLflow database " + file + " needs a value for column "
                + column + ", which only a newer MLflow knows. Nothing was changed. Track into another file, or use a"
                + " newer Tributary.");
    }
}
