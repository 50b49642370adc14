/*
 * Counts the file operations of a process below one folder and lets one of them go wrong; loaded with LD_PRELOAD.
 *
 *   SHIM_BELOW   the absolute folder whose operations count; without it nothing does
 *   SHIM_LOG     a file that gets one line for each: number, operation, result, path, second path, kept copy; with tabs between
 *   SHIM_KEEP    a folder on the same file system that gets a hard link to what is overwritten or deleted
 *   SHIM_AT      the fault strikes at the first operation from this number on that it applies to
 *   SHIM_FAULT   kill    SIGKILL before the operation
 *                torn    half a write, or the whole of any other operation; then SIGKILL
 *                enospc  the disk is full: what needs space fails
 *                eio     any operation fails
 *                erofs   read-only: what changes something fails
 *   SHIM_STICKY  1: each later operation fails too
 *
 * One lock is held from the decision to the end of the operation, so the log has the order of the disk.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum op { LOOK, LIST, OPEN, CREATE, READ, WRITE, FORCE, FOLDER, RENAME, DELETE };
enum verdict { GO, FAIL, TEAR };

static const char *const names[] = {"look", "list", "open", "create", "read", "write", "force", "folder", "rename", "delete"};

#define BIT(op) (1u << (op))
static const struct fault { const char *name; int error; unsigned operations; } faults[] = {
    {"kill", 0, ~0u},
    {"torn", 0, ~0u},
    {"enospc", ENOSPC, BIT(CREATE) | BIT(WRITE) | BIT(FORCE) | BIT(FOLDER) | BIT(RENAME)},
    {"eio", EIO, ~0u},
    {"erofs", EROFS, BIT(CREATE) | BIT(WRITE) | BIT(FOLDER) | BIT(RENAME) | BIT(DELETE)},
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const struct fault *fault;
static const char *folder;
static const char *keep;
static size_t folder_length;
static int log_file = -1;
static long position;
static int sticky;
static long count;
static int fired;
static char kept[PATH_MAX];

#define REAL(type, name, ...)                                                                     \
    static type (*real)(__VA_ARGS__);                                                             \
    if (!real) *(void **) &real = dlsym(RTLD_NEXT, #name)

static void give_up(const char *why) {
    fprintf(stderr, "shim: %s\n", why);
    _exit(99);
}

__attribute__((constructor)) static void start(void) {
    const char *below = getenv("SHIM_BELOW");
    const char *log = getenv("SHIM_LOG");
    const char *name = getenv("SHIM_FAULT");
    if (!below) return;
    if (below[0] != '/' || !log || !(keep = getenv("SHIM_KEEP"))) give_up("SHIM_BELOW, SHIM_LOG and SHIM_KEEP go together");
    log_file = (int) syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (log_file < 0) give_up("SHIM_LOG cannot be written");
    for (size_t i = 0; name && i < sizeof faults / sizeof *faults; i++)
        if (!strcmp(name, faults[i].name)) fault = &faults[i];
    if (name && !fault) give_up("SHIM_FAULT is unknown");
    position = getenv("SHIM_AT") ? atol(getenv("SHIM_AT")) : LONG_MAX;
    sticky = getenv("SHIM_STICKY") && !strcmp(getenv("SHIM_STICKY"), "1");
    folder_length = strlen(below);
    folder = below;
}

/* The absolute form of a path, without looking at links: the processes under test use plain paths. */
static const char *absolute(int dir, const char *path, char *to) {
    if (!path || path[0] == '/') return path ? path : "";
    char start[PATH_MAX] = "", link[64];
    if (dir == AT_FDCWD) {
        if (!getcwd(start, sizeof start)) return "";
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
        ssize_t length = readlink(link, start, sizeof start - 1);
        if (length < 0) return "";
        start[length] = 0;
    }
    snprintf(to, 2 * PATH_MAX, "%s%s%s", start, path[0] ? "/" : "", path);
    return to;
}

static const char *of_file(int file, char *to) {
    return folder && file > 2 && file != log_file ? absolute(file, "", to) : "";
}

static int counts(const char *path) {
    return folder && !strncmp(path, folder, folder_length) && (path[folder_length] == '/' || !path[folder_length]);
}

static void say(enum op op, const char *result, const char *path, const char *other) {
    char line[3 * PATH_MAX];
    int length = snprintf(line, sizeof line, "%ld\t%s\t%s\t%s\t%s\t%s\n", count, names[op], result, path, other, kept);
    if (syscall(SYS_write, log_file, line, (size_t) length) != length) give_up("SHIM_LOG cannot be written");
}

static void die(void) {
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

/* Decides what happens at this operation and takes the lock until finish(). */
static enum verdict begin(enum op op, const char *path, const char *other) {
    pthread_mutex_lock(&lock);
    count++;
    kept[0] = 0;
    int due = fault && count >= position && (fault->operations & BIT(op)) && (!fired || sticky);
    if (!due) return GO;
    fired = 1;
    if (!strcmp(fault->name, "kill")) {
        say(op, "killed", path, other);
        die();
    }
    return fault->error ? FAIL : TEAR;
}

/* Notes what the operation gave; ends a torn one's process. */
static void finish(enum op op, enum verdict verdict, long result, const char *path, const char *other) {
    char text[32];
    int error = errno;
    if (result < 0) snprintf(text, sizeof text, "E%d", error);
    else snprintf(text, sizeof text, "%ld", result);
    say(op, text, path, other);
    if (verdict == TEAR) die();
    pthread_mutex_unlock(&lock);
    errno = error;
}

/* Keeps what the name stands for now: a power cut may bring it back. */
static void keep_old(const char *path) {
    snprintf(kept, sizeof kept, "%.4000s/%ld", keep, count);
    if (syscall(SYS_linkat, AT_FDCWD, path, AT_FDCWD, kept, 0)) kept[0] = 0;
}

/* The body of a counted function: the real call unless the fault strikes. */
#define COUNTED(type, op, path, other, prepare, call)                                             \
    do {                                                                                          \
        if (!counts(path)) return call;                                                           \
        enum verdict verdict = begin(op, path, other);                                            \
        type result = -1;                                                                         \
        if (verdict == FAIL) errno = fault->error;                                                \
        else { prepare; result = call; }                                                          \
        finish(op, verdict, (long) result, path, other);                                          \
        return result;                                                                            \
    } while (0)

static int open_as(int dir, const char *path, int flags, mode_t mode) {
    REAL(int, openat, int, const char *, int, ...);
    char full[2 * PATH_MAX];
    int changes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
    const char *name = folder ? absolute(dir, path, full) : "";
    COUNTED(int, changes ? CREATE : OPEN, name, "", (void) 0, real(dir, path, flags, mode));
}

#define MODE                                                                                      \
    mode_t mode = 0;                                                                              \
    if (flags & (O_CREAT | __O_TMPFILE)) {                                                        \
        va_list more;                                                                             \
        va_start(more, flags);                                                                    \
        mode = va_arg(more, mode_t);                                                              \
        va_end(more);                                                                             \
    }

int open(const char *path, int flags, ...) { MODE return open_as(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return open_as(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE return open_as(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE return open_as(dir, path, flags | O_LARGEFILE, mode); }

DIR *opendir(const char *path) {
    REAL(DIR *, opendir, const char *);
    char full[2 * PATH_MAX];
    const char *name = folder ? absolute(AT_FDCWD, path, full) : "";
    if (!counts(name)) return real(path);
    enum verdict verdict = begin(LIST, name, "");
    DIR *result = NULL;
    if (verdict == FAIL) errno = fault->error;
    else result = real(path);
    finish(LIST, verdict, result ? 0 : -1, name, "");
    return result;
}

#define LOOKING(dir, path, call)                                                                  \
    do {                                                                                          \
        char full[2 * PATH_MAX];                                                                  \
        const char *name = folder ? absolute(dir, path, full) : "";                               \
        COUNTED(int, LOOK, name, "", (void) 0, call);                                             \
    } while (0)

int stat64(const char *path, struct stat64 *to) {
    REAL(int, stat64, const char *, struct stat64 *);
    LOOKING(AT_FDCWD, path, real(path, to));
}
int lstat64(const char *path, struct stat64 *to) {
    REAL(int, lstat64, const char *, struct stat64 *);
    LOOKING(AT_FDCWD, path, real(path, to));
}
int __xstat64(int version, const char *path, struct stat64 *to) {
    REAL(int, __xstat64, int, const char *, struct stat64 *);
    LOOKING(AT_FDCWD, path, real(version, path, to));
}
int __lxstat64(int version, const char *path, struct stat64 *to) {
    REAL(int, __lxstat64, int, const char *, struct stat64 *);
    LOOKING(AT_FDCWD, path, real(version, path, to));
}
int statx(int dir, const char *restrict path, int flags, unsigned mask, struct statx *restrict to) {
    REAL(int, statx, int, const char *, int, unsigned, struct statx *);
    LOOKING(dir, path, real(dir, path, flags, mask, to));
}
int access(const char *path, int mode) {
    REAL(int, access, const char *, int);
    LOOKING(AT_FDCWD, path, real(path, mode));
}

#define ON_FILE(op, file, call)                                                                   \
    do {                                                                                          \
        char full[2 * PATH_MAX];                                                                  \
        const char *name = of_file(file, full);                                                   \
        COUNTED(ssize_t, op, name, "", (void) 0, call);                                           \
    } while (0)

ssize_t read(int file, void *to, size_t length) {
    REAL(ssize_t, read, int, void *, size_t);
    ON_FILE(READ, file, real(file, to, length));
}
ssize_t pread64(int file, void *to, size_t length, off64_t at) {
    REAL(ssize_t, pread64, int, void *, size_t, off64_t);
    ON_FILE(READ, file, real(file, to, length, at));
}
ssize_t readv(int file, const struct iovec *to, int buffers) {
    REAL(ssize_t, readv, int, const struct iovec *, int);
    ON_FILE(READ, file, real(file, to, buffers));
}

#define HALF(length) (verdict == TEAR ? (length) / 2 : (length))
#define WRITING(file, plain, torn)                                                                \
    do {                                                                                          \
        char full[2 * PATH_MAX];                                                                  \
        const char *name = of_file(file, full);                                                   \
        if (!counts(name)) return plain;                                                          \
        enum verdict verdict = begin(WRITE, name, "");                                            \
        ssize_t result = -1;                                                                      \
        if (verdict == FAIL) errno = fault->error;                                                \
        else result = torn;                                                                       \
        finish(WRITE, verdict, (long) result, name, "");                                          \
        return result;                                                                            \
    } while (0)

ssize_t write(int file, const void *from, size_t length) {
    REAL(ssize_t, write, int, const void *, size_t);
    WRITING(file, real(file, from, length), real(file, from, HALF(length)));
}
ssize_t pwrite64(int file, const void *from, size_t length, off64_t at) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    WRITING(file, real(file, from, length, at), real(file, from, HALF(length), at));
}
ssize_t writev(int file, const struct iovec *from, int buffers) {
    REAL(ssize_t, writev, int, const struct iovec *, int);
    WRITING(file, real(file, from, buffers), real(file, from, HALF(buffers)));
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) {
    REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
    WRITING(to, real(to, from, at, length), real(to, from, at, HALF(length)));
}
ssize_t copy_file_range(int from, off64_t *from_at, int to, off64_t *to_at, size_t length, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    WRITING(to, real(from, from_at, to, to_at, length, flags), real(from, from_at, to, to_at, HALF(length), flags));
}

int fsync(int file) {
    REAL(int, fsync, int);
    ON_FILE(FORCE, file, real(file));
}
int fdatasync(int file) {
    REAL(int, fdatasync, int);
    ON_FILE(FORCE, file, real(file));
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, mkdir, const char *, mode_t);
    char full[2 * PATH_MAX];
    const char *name = folder ? absolute(AT_FDCWD, path, full) : "";
    COUNTED(int, FOLDER, name, "", (void) 0, real(path, mode));
}

static int rename_as(int from_dir, const char *from, int to_dir, const char *to) {
    REAL(int, renameat, int, const char *, int, const char *);
    char full_from[2 * PATH_MAX], full_to[2 * PATH_MAX];
    const char *old = folder ? absolute(from_dir, from, full_from) : "";
    const char *name = folder ? absolute(to_dir, to, full_to) : "";
    COUNTED(int, RENAME, name, old, keep_old(name), real(from_dir, from, to_dir, to));
}
int rename(const char *from, const char *to) { return rename_as(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int from_dir, const char *from, int to_dir, const char *to) { return rename_as(from_dir, from, to_dir, to); }

static int delete_as(int dir, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    char full[2 * PATH_MAX];
    const char *name = folder ? absolute(dir, path, full) : "";
    COUNTED(int, DELETE, name, "", keep_old(name), real(dir, path, flags));
}
int unlink(const char *path) { return delete_as(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return delete_as(AT_FDCWD, path, AT_REMOVEDIR); }
int unlinkat(int dir, const char *path, int flags) { return delete_as(dir, path, flags); }
