package fds.journal.format;

/**
 * A document of a queue, named so that one of another journal is not taken for it.
 *
 * @param fileName   of the file that holds it.
 * @param position   of the word before it.
 * @param closingCrc of it, which covers that of its predecessor and so all that stands before it.
 * @param lastRecord sequence or index of its last frame.
 */
public record DocumentPlace(String fileName, long position, int closingCrc, long lastRecord)
{
}
