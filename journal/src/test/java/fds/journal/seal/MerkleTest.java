package fds.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trees are those of RFC 6962, by the vectors that Certificate Transparency's implementations share. */
class MerkleTest
{
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final SealHash hash = new SealHash();

    @Test
    void shouldMakeTheRootsOfTheStandard() throws NoSuchAlgorithmException
    {
        final MerkleRoot root = new MerkleRoot(hash);
        final List<String> roots = new ArrayList<>(List.of(root.hex()));
        for (final byte[] leaf : leaves())
        {
            root.add(leaf);
            roots.add(root.hex());
        }
        assertEquals(ROOTS, roots);
    }

    @Test
    void shouldLeadFromEveryLeafToTheRootAndFromNoOther()
    {
        final List<byte[]> leaves = new ArrayList<>();
        for (int size = 1; size <= 70; size++)
        {
            leaves.add(hash.leaf("leaf " + size));
            final MerkleTree tree = new MerkleTree(hash, leaves);
            final MerkleRoot root = new MerkleRoot(hash);
            leaves.forEach(root::add);
            assertEquals(root.hex(), SealHash.hex(tree.root()));
            for (int i = 0; i < size; i++)
            {
                final List<byte[]> path = tree.path(i);
                assertEquals(root.hex(), SealHash.hex(MerkleRoot.from(hash, leaves.get(i), i, size, path)));
                final byte[] elsewhere = MerkleRoot.from(hash, leaves.get(i), (i + 1) % size, size, path);
                assertFalse(size > 1 && Arrays.equals(elsewhere, tree.root()), i + " of " + size);
            }
        }
    }

    @Test
    void shouldRefusePathsThatDoNotFit()
    {
        final List<byte[]> leaves = List.of(hash.leaf("a"), hash.leaf("b"), hash.leaf("c"));
        final MerkleTree tree = new MerkleTree(hash, leaves);
        assertNull(MerkleRoot.from(hash, leaves.get(0), 0, 3, tree.path(0).subList(0, 1)));
        assertNull(MerkleRoot.from(hash, leaves.get(0), 0, 1, tree.path(0)));
        assertNull(MerkleRoot.from(hash, leaves.get(0), 3, 3, tree.path(0)));
        assertNull(MerkleRoot.from(hash, leaves.get(0), -1, 3, tree.path(0)));
    }

    private static List<byte[]> leaves() throws NoSuchAlgorithmException
    {
        final List<byte[]> leaves = new ArrayList<>();
        final MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (final String leaf : LEAVES)
        {
            digest.update((byte)0);
            leaves.add(digest.digest(SealHash.bytes(leaf)));
        }
        return leaves;
    }
}
