/* Included by pyi_launch.c: unpacks the files of the archive on several processors while the program
 * already starts. They are taken in the order of the archive, which is that in which they are needed
 * and which a slow medium reads best. The archive marks where a stage ends (see order_of_need.py);
 * the program hears through a pipe, one byte for each stage, how far it may go, and the end of the
 * pipe when a stage will never be whole. It hears nothing before this process knows it, and can pass
 * signals on to it. */

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST_HANDS 4
#define MOST_STAGES 8
#define YIELDING 3 /* two of these weigh as much as the program that starts beside them */
#define STAGE_END "pyi-stage-unpacked"
#define HEARS "_PYI_UNPACKED_STAGES"
#define NEVER_WHOLE "باز شدن برنامه ناتمام ماند. دوباره آن را اجرا کنید.\n"

struct task
{
    const struct TOC_ENTRY *entry;
    char *target;
    int stage;
    struct task *next;
};

static const struct ARCHIVE *unpacked_archive;
static struct task *first_task;
static struct task **last_task = &first_task;
static _Atomic(struct task *) waiting_task;
static atomic_bool unpacking_failed;

static int stages;
static atomic_int files_left[MOST_STAGES];
static pthread_mutex_t telling = PTHREAD_MUTEX_INITIALIZER;
static int stages_told;
static atomic_bool program_known;
static int told_through[2] = {-1, -1};

static pthread_t helpers[MOST_HANDS - 1];
static int helpers_begun;

/* Note a file whose folder exists; 0 for success. */
static int unpack_later(const struct ARCHIVE *archive, const struct TOC_ENTRY *entry, const char *target)
{
    struct task *task = malloc(sizeof *task);
    if (task) {
        *task = (struct task){entry, strdup(target), stages, NULL};
    }
    if (!task || !task->target) {
        free(task);
        return -1;
    }
    unpacked_archive = archive;
    atomic_fetch_add(&files_left[stages], 1);
    *last_task = task;
    last_task = &task->next;
    return 0;
}

/* Note that a stage ends where the archive says so. */
static void unpack_in_stages(const struct TOC_ENTRY *entry)
{
    if (entry->typecode == ARCHIVE_ITEM_RUNTIME_OPTION && stages < MOST_STAGES - 1 &&
        strcmp(entry->name, STAGE_END) == 0) {
        stages++;
    }
}

static void tell_whole_stages(void)
{
    pthread_mutex_lock(&telling);
    while (atomic_load(&program_known) && stages_told < stages &&
           atomic_load(&files_left[stages_told]) == 0 && write(told_through[1], "", 1) == 1) {
        stages_told++;
    }
    pthread_mutex_unlock(&telling);
}

static void unpack_until(int stage)
{
    struct task *task = atomic_load(&waiting_task);
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + YIELDING); /* of this thread alone */
    while (task && task->stage < stage && !atomic_load(&unpacking_failed)) {
        if (!atomic_compare_exchange_weak(&waiting_task, &task, task->next)) {
            continue;
        }
        if (pyi_archive_extract2fs(unpacked_archive, task->entry, task->target)) {
            atomic_store(&unpacking_failed, true);
        } else if (atomic_fetch_sub(&files_left[task->stage], 1) == 1) {
            tell_whole_stages();
        }
        task = atomic_load(&waiting_task);
    }
    pyi_archive_leave_rooms();
}

static void *unpack_all(void *nothing)
{
    unpack_until(MOST_STAGES);
    return nothing;
}

/* Or a file being unpacked would become a standard stream of the program, which writes there. */
static void hold_closed_standard_streams(void)
{
    int held;
    do {
        held = open("/dev/null", O_RDWR | O_CLOEXEC);
    } while (held >= 0 && held <= STDERR_FILENO);
    close(held);
}

/* The pipe, of which the program inherits the end that hears; 0 for success. */
static int open_pipe(void)
{
    char hearing_end[16];
    if (pipe(told_through) || fcntl(told_through[1], F_SETFD, FD_CLOEXEC)) {
        return -1;
    }
    snprintf(hearing_end, sizeof hearing_end, "%d", told_through[0]);
    return pyi_setenv(HEARS, hearing_end);
}

/* Begin to unpack what was noted; 0 for success. */
static int begin_unpacking(void)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    hold_closed_standard_streams();
    if (open_pipe()) {
        PYI_PERROR("pipe", "Failed to tell the program how far its files are unpacked!\n");
        return -1;
    }
    atomic_store(&waiting_task, first_task);
    while (helpers_begun < MOST_HANDS - 1 && helpers_begun + 1 < processors &&
           pthread_create(&helpers[helpers_begun], NULL, unpack_all, NULL) == 0) {
        helpers_begun++;
    }
    return 0;
}

/* In the process that unpacks, after it has started the program. What is needed last leaves the
 * program a processor. */
void pyi_launch_unpack_beside_program(void)
{
    atomic_store(&program_known, true);
    tell_whole_stages();
    unpack_until(helpers_begun > 0 ? stages - 1 : MOST_STAGES);
    while (helpers_begun > 0) {
        pthread_join(helpers[--helpers_begun], NULL);
    }
    while (first_task) {
        struct task *done = first_task;
        first_task = done->next;
        free(done->target);
        free(done);
    }
    close(told_through[0]);
    close(told_through[1]);
}

/* In the program's process: wait until Python can be loaded; 0 for success. */
int pyi_launch_wait_for_first_stage(void)
{
    char *pipe_end = pyi_getenv(HEARS);
    char told;
    ssize_t heard = 1;
    if (pipe_end) {
        do {
            heard = read(atoi(pipe_end), &told, 1);
        } while (heard < 0 && errno == EINTR);
    }
    free(pipe_end);
    if (heard != 1) {
        fputs(NEVER_WHOLE, stderr);
    }
    return heard == 1 ? 0 : -1;
}
