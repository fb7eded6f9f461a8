/* Included by pyi_archive.c: unpacks a compressed entry in one piece by libdeflate, in under half
 * the time of zlib's stream. A thread lends its memory from entry to entry and gives it back at its
 * end: the process that unpacks lives as long as the program. */

#include <libdeflate.h>
#include <sys/mman.h>

/* The system keeps what is written at once in larger pieces, and a program that uses a part of a
 * piece is charged with the whole. */
#define WRITTEN_AT_ONCE 65536

/* Memory comes in these where the system has them and much is asked for: thousands of faults less. */
#define LARGE_PAGE (2 * 1024 * 1024)

struct room
{
    unsigned char *start;
    size_t size;
};

static __thread struct room packed_room, unpacked_room;

static void leave_room(struct room *room)
{
    if (room->start) {
        munmap(room->start, room->size);
    }
    room->start = NULL;
    room->size = 0;
}

static unsigned char *room_for(struct room *room, size_t size)
{
    if (size > room->size) {
        bool large = size >= LARGE_PAGE / 2;
        size = large ? (size + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE : size;
        void *start = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (start == MAP_FAILED) {
            return NULL;
        }
        if (large) {
            madvise(start, size, MADV_HUGEPAGE);
        }
        leave_room(room);
        room->start = start;
        room->size = size;
    }
    return room->start;
}

void pyi_archive_leave_rooms(void)
{
    leave_room(&packed_room);
    leave_room(&unpacked_room);
}

static bool write_in_pieces(const unsigned char *data, size_t length, FILE *target)
{
    size_t piece;
    for (; length > 0; data += piece, length -= piece) {
        piece = length < WRITTEN_AT_ONCE ? length : WRITTEN_AT_ONCE;
        if (fwrite(data, 1, piece, target) != piece) {
            return false;
        }
    }
    return true;
}

/* Unpack into a file or into memory: exactly one of out_fp and out_ptr is there; 0 for success. */
static int
unpack_at_once(FILE *archive_fp, const struct TOC_ENTRY *entry, FILE *out_fp, unsigned char *out_ptr)
{
    struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
    unsigned char *packed = room_for(&packed_room, entry->length + 1);
    unsigned char *unpacked =
        out_ptr ? out_ptr : room_for(&unpacked_room, entry->uncompressed_length + 1);
    bool done = decompressor && packed && unpacked &&
        fread(packed, 1, entry->length, archive_fp) == entry->length &&
        libdeflate_zlib_decompress(decompressor, packed, entry->length, unpacked,
                                   entry->uncompressed_length, NULL) == LIBDEFLATE_SUCCESS &&
        (out_ptr || write_in_pieces(unpacked, entry->uncompressed_length, out_fp));
    if (!done) {
        PYI_PERROR("unpack", "Failed to extract %s!\n", entry->name);
    }
    libdeflate_free_decompressor(decompressor);
    return done ? 0 : -1;
}
