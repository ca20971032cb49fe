package fds.journal.seal;

import java.util.Arrays;
import java.util.List;

/**
 * The root of an RFC 6962 tree, leaf by leaf: keeps one hash for each power of two. Owned by one thread.
 */
final class MerkleRoot
{
    private final SealHash hash;
    private final byte[][] whole = new byte[Long.SIZE][]; // [i]: the tree over the newest 2^i leaves that make one
    private long size;

    MerkleRoot(final SealHash hash)
    {
        this.hash = hash;
    }

    void add(final byte[] leaf)
    {
        byte[] node = leaf;
        int level = 0;
        for (long rest = size; (rest & 1) != 0; rest >>>= 1)
        {
            node = hash.node(whole[level], node);
            whole[level++] = null;
        }
        whole[level] = node;
        size++;
    }

    long size()
    {
        return size;
    }

    /** Root of the leaves so far; of none, the hash of nothing. */
    byte[] root()
    {
        byte[] root = null;
        for (final byte[] node : whole)
        {
            if (node != null)
            {
                root = root == null ? node : hash.node(node, root);
            }
        }
        return root == null ? hash.of(new byte[0]) : root;
    }

    String hex()
    {
        return SealHash.hex(root());
    }

    void clear()
    {
        Arrays.fill(whole, null);
        size = 0;
    }

    /**
     * The root that a leaf and its path lead to (RFC 9162, 2.1.3.2).
     *
     * @return null when the path does not fit the leaf's place.
     */
    static byte[] from(
        final SealHash hash, final byte[] leaf, final long index, final long size, final List<byte[]> path)
    {
        if (index < 0 || index >= size)
        {
            return null;
        }
        long at = index;
        long last = size - 1;
        byte[] node = leaf;
        for (final byte[] sibling : path)
        {
            if (last == 0)
            {
                return null;
            }
            if ((at & 1) == 1 || at == last)
            {
                node = hash.node(sibling, node);
                while ((at & 1) == 0 && at != 0)
                {
                    at >>>= 1;
                    last >>>= 1;
                }
            }
            else
            {
                node = hash.node(node, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? node : null;
    }
}
