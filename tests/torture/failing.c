/* A disk that fails on purpose: preloaded in front of the C library, it fails the Nth call that
   writes to anything under one folder. What only reads is left alone.

   cc -shared -fPIC -O1 -o failing.so failing.c -ldl */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { ONCE = 0, FROM_THEN_ON = 1, DIE = 2 };

static char under[4096];
static long at = 0, calls = 0;
static int error_given = EIO, manner = ONCE;

/* Counts begin anew. With `nth` 0 calls are only counted. */
void disk_fails(const char *folder, long nth, int error, int how) {
    strncpy(under, folder, sizeof under - 1);
    at = nth;
    error_given = error;
    manner = how;
    calls = 0;
}

void disk_is_well(void) { under[0] = 0; }

long disk_calls(void) { return calls; }

static int ours(const char *path) { return under[0] && path && strncmp(path, under, strlen(under)) == 0; }

static int is_ours(int descriptor) {
    char link[64], path[4096];
    if (!under[0]) return 0;
    int kept = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = kept;
    if (length < 0) return 0;
    path[length] = 0;
    return ours(path);
}

/* Whether this call fails. `takes_room`: a full disk refuses it; the rest it still does. */
static int fails(int takes_room) {
    if (manner == FROM_THEN_ON && !takes_room) return 0;
    calls++;
    if (!at || calls < at || (manner != FROM_THEN_ON && calls > at)) return 0;
    errno = error_given;
    return 1;
}

static void die(void) { kill(getpid(), SIGKILL); }

#define REAL(name) \
    static __typeof__(name) *real = 0; \
    if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

/* A write that fails has often put down a part of it first. */
#define WRITE(name, parameters, half, whole) \
    ssize_t name parameters { \
        REAL(name); \
        if (is_ours(descriptor) && fails(1)) { \
            int failed = errno; \
            if (size > 1) (void)!half; \
            if (manner == DIE) die(); \
            errno = failed; \
            return -1; \
        } \
        return whole; \
    }

WRITE(write, (int descriptor, const void *data, size_t size),
      real(descriptor, data, size / 2), real(descriptor, data, size))
WRITE(pwrite, (int descriptor, const void *data, size_t size, off_t place),
      real(descriptor, data, size / 2, place), real(descriptor, data, size, place))
WRITE(pwrite64, (int descriptor, const void *data, size_t size, off64_t place),
      real(descriptor, data, size / 2, place), real(descriptor, data, size, place))
WRITE(sendfile, (int descriptor, int from, off_t *place, size_t size),
      real(descriptor, from, place, 1), real(descriptor, from, place, size))
WRITE(sendfile64, (int descriptor, int from, off64_t *place, size_t size),
      real(descriptor, from, place, 1), real(descriptor, from, place, size))

ssize_t writev(int descriptor, const struct iovec *parts, int size) {
    REAL(writev);
    if (is_ours(descriptor) && fails(1)) {
        if (manner == DIE) die();
        return -1;
    }
    return real(descriptor, parts, size);
}

#define CALL(type, name, parameters, asked, takes_room, passed) \
    type name parameters { \
        REAL(name); \
        if ((asked) && fails(takes_room)) { \
            if (manner == DIE) die(); \
            return -1; \
        } \
        return real passed; \
    }

CALL(int, fsync, (int descriptor), is_ours(descriptor), 0, (descriptor))
CALL(int, fdatasync, (int descriptor), is_ours(descriptor), 0, (descriptor))
CALL(int, ftruncate, (int descriptor, off_t size), is_ours(descriptor), 1, (descriptor, size))
CALL(int, ftruncate64, (int descriptor, off64_t size), is_ours(descriptor), 1, (descriptor, size))
CALL(int, rename, (const char *from, const char *to), ours(from) || ours(to), 0, (from, to))
CALL(int, link, (const char *from, const char *to), ours(from) || ours(to), 0, (from, to))
CALL(int, mkdir, (const char *path, mode_t mode), ours(path), 1, (path, mode))

/* Only opening that may make a file: what is opened to be read is left alone. */
#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(name); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = va_arg(more, mode_t); \
        va_end(more); \
        if ((flags & O_CREAT) && ours(path) && fails(1)) { \
            if (manner == DIE) die(); \
            return -1; \
        } \
        return real(path, flags, mode); \
    }

OPEN(open)
OPEN(open64)
