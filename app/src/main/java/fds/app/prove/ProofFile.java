package fds.app.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonGenerator;
import fds.app.UsageException;
import fds.app.view.JsonLines;
import fds.journal.format.JournalException;
import fds.journal.format.QueueKind;
import fds.journal.seal.SealProof;
import fds.journal.seal.SealPublicKey;
import fds.journal.seal.SealReceipt;
import fds.journal.seal.SealedBlock;

/** A proof as a JSON file; journal/SEAL.md tells its keys. */
public final class ProofFile
{
    private static final String FORMAT = "fds-proof";
    private static final long VERSION = 1;
    private static final long BYTES_MAX = 64 << 20;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ProofFile()
    {
    }

    /**
     * Write a proof.
     *
     * @param proof   of an alert's records.
     * @param alert   id of the alert, 16 hexadecimal digits.
     * @param summary one sentence, for whoever opens the file; not proved.
     * @return the file's bytes.
     */
    public static byte[] bytes(final SealProof proof, final String alert, final String summary)
    {
        final String text = JsonLines.text(json ->
        {
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("alert", alert);
            json.writeStringField("summary", summary);
            json.writeStringField("root", proof.head().header().root());
            json.writeStringField("head", proof.head().line());
            writeBlocks(proof, json);
            writeRecords(proof, json);
            JsonLines.texts(json, "keys", proof.keys().stream().map(SealPublicKey::pem).toList());
            JsonLines.texts(json, "receipts", proof.receipts().stream().map(SealReceipt::line).toList());
        });
        // One member a line, so that people and their tools can look at it.
        return (text.replace(",\"", ",\n\"").replace("{\"queue\"", "\n{\"queue\"") + "\n")
            .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Read a proof.
     *
     * @param file written by {@link #bytes}.
     * @return the proof, not checked yet.
     * @throws UsageException when it is none, in one sentence.
     */
    public static SealProof read(final Path file)
    {
        try
        {
            if (Files.size(file) > BYTES_MAX)
            {
                throw new UsageException(file + ": not a proof: it is longer than " + BYTES_MAX + " bytes");
            }
            return parse(new JsonObject(JsonObject.parse(Files.readString(file))));
        }
        catch (final IOException e)
        {
            throw new UsageException(file + ": cannot be read: " + e.getMessage().lines().findFirst().orElse(""));
        }
        catch (final JournalException | IllegalArgumentException e)
        {
            throw new UsageException(file + ": not a proof: " + e.getMessage());
        }
    }

    private static SealProof parse(final JsonObject proof)
    {
        if (!proof.text("format").equals(FORMAT) || proof.number("version") != VERSION)
        {
            throw new IllegalArgumentException("format and version must be " + FORMAT + " and " + VERSION);
        }
        final List<SealProof.ProvedBlock> blocks = new ArrayList<>();
        for (final Map<String, Object> object : proof.objects("blocks"))
        {
            final JsonObject block = new JsonObject(object);
            blocks.add(new SealProof.ProvedBlock(SealedBlock.parse(block.text("line")), hashes(block, "history")));
        }
        final List<SealProof.ProvedRecord> records = new ArrayList<>();
        for (final Map<String, Object> object : proof.objects("records"))
        {
            final JsonObject record = new JsonObject(object);
            records.add(new SealProof.ProvedRecord(queue(record.text("queue")), record.number("record"),
                record.number("block"), Base64.getDecoder().decode(record.text("payload")),
                hashes(record, "path")));
        }
        return new SealProof(SealedBlock.parse(proof.text("head")), blocks, records,
            proof.texts("keys").stream().map(key -> SealPublicKey.parse(key, "a key in it")).toList(),
            proof.texts("receipts").stream().map(SealReceipt::parse).toList());
    }

    private static void writeBlocks(final SealProof proof, final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("blocks");
        for (final SealProof.ProvedBlock block : proof.blocks())
        {
            json.writeStartObject();
            json.writeStringField("line", block.block().line());
            JsonLines.texts(json, "history", block.history());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRecords(final SealProof proof, final JsonGenerator json) throws IOException
    {
        json.writeArrayFieldStart("records");
        for (final SealProof.ProvedRecord record : proof.records())
        {
            json.writeStartObject();
            json.writeStringField("queue", record.queue().directoryName());
            json.writeNumberField("record", record.record());
            json.writeNumberField("block", record.block());
            json.writeStringField("payload", Base64.getEncoder().encodeToString(record.payload()));
            JsonLines.texts(json, "path", record.path());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<String> hashes(final JsonObject object, final String key)
    {
        final List<String> hashes = object.texts(key);
        for (final String hash : hashes)
        {
            if (!HASH.matcher(hash).matches())
            {
                throw new IllegalArgumentException("'" + key + "' must be hashes of 64 hexadecimal digits");
            }
        }
        return hashes;
    }

    private static QueueKind queue(final String name)
    {
        for (final QueueKind queue : QueueKind.values())
        {
            if (queue.directoryName().equals(name))
            {
                return queue;
            }
        }
        throw new IllegalArgumentException("'queue' is '" + name + "': must be events or decisions");
    }
}
