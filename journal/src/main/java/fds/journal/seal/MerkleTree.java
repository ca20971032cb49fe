package fds.journal.seal;

import java.util.ArrayList;
import java.util.List;

/** A whole RFC 6962 tree in memory, to take paths from: about 100 bytes a leaf. */
final class MerkleTree
{
    private final List<List<byte[]>> levels = new ArrayList<>(); // leaves first; an odd last node moves up as it is

    MerkleTree(final SealHash hash, final List<byte[]> leaves)
    {
        List<byte[]> level = leaves;
        levels.add(level);
        while (level.size() > 1)
        {
            final List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
            for (int i = 0; i < level.size(); i += 2)
            {
                above.add(i + 1 < level.size() ? hash.node(level.get(i), level.get(i + 1)) : level.get(i));
            }
            levels.add(above);
            level = above;
        }
    }

    /** Root of at least one leaf. */
    byte[] root()
    {
        return levels.get(levels.size() - 1).get(0);
    }

    /** What stands beside the way from a leaf to the root, from below. */
    List<byte[]> path(final int leaf)
    {
        final List<byte[]> path = new ArrayList<>();
        int at = leaf;
        for (final List<byte[]> level : levels)
        {
            final int sibling = at ^ 1;
            if (sibling < level.size())
            {
                path.add(level.get(sibling));
            }
            at >>>= 1;
        }
        return path;
    }
}
