/* Where the one-file program unpacks itself on Linux: a folder from which programs may run and in
 * which they fit. Included by the bootloader's pyi_utils_posix.c. */
#include <fcntl.h>
#include <sys/file.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include "pyi_archive.h"

#ifndef ST_NOEXEC
#define ST_NOEXEC 8 /* the kernel's value; the C library names it only for GNU sources */
#endif

static char *wished_place = NULL;
static uint64_t bytes_needed = 0;
static int seen_noexec = 0;
static int seen_full = 0;
static int from_desktop = 0;

/* Reads --runtime-dir DIR (or =DIR) and the size of what will be unpacked. */
static void
read_wishes(struct PYI_CONTEXT *pyi_ctx)
{
    static const char flag[] = "--runtime-dir";
    const size_t length = sizeof(flag) - 1;
    const struct ARCHIVE *archive = pyi_ctx->archive;
    const struct TOC_ENTRY *entry;
    int i;

    for (i = 1; i < pyi_ctx->argc; i++) {
        char *word = pyi_ctx->argv[i];
        if (strncmp(word, flag, length) != 0) {
            continue;
        }
        if (word[length] == '=') {
            wished_place = word + length + 1;
        } else if (word[length] == 0 && i + 1 < pyi_ctx->argc) {
            wished_place = pyi_ctx->argv[i + 1];
        }
    }
    from_desktop = pyi_ctx->argc == 1 || (pyi_ctx->argc == 2 && pyi_ctx->argv[1][0] == '/');
    if (wished_place != NULL && wished_place[0] != 0) {
        pyi_ctx->runtime_tmpdir = wished_place;
    }
    for (entry = archive->toc; entry < archive->toc_end; entry = pyi_archive_next_toc_entry(archive, entry)) {
        bytes_needed += entry->uncompressed_length;
    }
}

/* The path ends in the name that is about to be made, `name_length` long. */
static int
place_is_fit(const char *path, int name_length)
{
    char folder[PYI_PATH_MAX];
    struct statvfs place;

    snprintf(folder, PYI_PATH_MAX, "%.*s", (int)strlen(path) - name_length, path);
    if (statvfs(folder[0] ? folder : "/", &place) != 0) {
        return 1; /* mkdtemp tells */
    }
    if (place.f_flag & ST_NOEXEC) {
        seen_noexec = 1;
        return 0;
    }
    if ((uint64_t)place.f_bavail * place.f_frsize < bytes_needed) {
        seen_full = 1;
        return 0;
    }
    return 1;
}

/* Lock the folder for as long as this process or the program that it starts lives: other starts remove
 * what nobody holds. */
static void
hold_place(const char *path)
{
    int folder = open(path, O_RDONLY);
    int beyond_standard_streams = fcntl(folder, F_DUPFD, STDERR_FILENO + 1);

    if (beyond_standard_streams >= 0) {
        flock(beyond_standard_streams, LOCK_SH);
    }
    if (folder >= 0) {
        close(folder);
    }
}

/* A double click shows no terminal: what the desktop has for messages shows the sentence. */
static void
show_on_desktop(const char *sentence)
{
    static const char title[] = "چشم‌انداز تهران ۱۴۰۴";
    int nothing;

    if (!from_desktop || isatty(STDERR_FILENO) || (!getenv("DISPLAY") && !getenv("WAYLAND_DISPLAY")) || fork() != 0) {
        return;
    }
    nothing = open("/dev/null", O_RDWR); /* or who reads what the program says would wait for the reader */
    dup2(nothing, STDIN_FILENO);
    dup2(nothing, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    execlp("zenity", "zenity", "--error", "--title", title, "--text", sentence, NULL);
    execlp("kdialog", "kdialog", "--title", title, "--error", sentence, NULL);
    execlp("notify-send", "notify-send", title, sentence, NULL);
    _exit(127);
}

void
pyi_explain_no_place(void)
{
    char sentence[512];

    snprintf(sentence, sizeof sentence,
        "پوشه‌ای برای باز شدن برنامه پیدا نشد: %s%s%s. با «‎--runtime-dir پوشه‎» پوشه‌ای دیگر را معرفی کنید.",
        seen_noexec ? "از پوشه‌ی موقت نمی‌توان برنامه اجرا کرد" : "",
        seen_noexec && seen_full ? "؛ " : "",
        seen_full ? "جای خالی بس نیست" : (seen_noexec ? "" : "پوشه‌ی موقت نوشتنی نیست"));
    fprintf(stderr,
        "%s\n"
        "No folder to unpack into (%s%s%s); name another one with --runtime-dir DIR.\n",
        sentence,
        seen_noexec ? "programs may not run from the temporary folder" : "",
        seen_noexec && seen_full ? "; " : "",
        seen_full ? "not enough free space" : (seen_noexec ? "" : "the temporary folder is not writable"));
    show_on_desktop(sentence);
}
