package fds.anchors.http;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fds.journal.seal.BlockHeader;
import fds.journal.seal.SealHead;
import fds.journal.seal.SealedBlock;

/** Heads as JSON. */
final class HeadJson
{
    private static final JsonFactory FACTORY = new JsonFactory();

    private HeadJson()
    {
    }

    /** What is sent: the head, and the line that it is the hash of, so that who keeps it can check the signature. */
    static String of(final SealedBlock block) throws IOException
    {
        final BlockHeader header = block.header();
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text))
        {
            json.writeStartObject();
            json.writeStringField("journal", header.journal());
            json.writeNumberField("block", header.number());
            json.writeStringField("root", header.root());
            json.writeStringField("time", header.time());
            json.writeStringField("key", header.key());
            json.writeStringField("line", block.line());
            json.writeEndObject();
        }
        return text.toString();
    }

    /** One object or an array of them; members that are not known are passed by. */
    static List<SealHead> heads(final String answer) throws IOException
    {
        final List<SealHead> heads = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(answer))
        {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken())
            {
                if (token == JsonToken.START_OBJECT)
                {
                    heads.add(head(parser));
                }
            }
        }
        return heads;
    }

    private static SealHead head(final JsonParser parser) throws IOException
    {
        String journal = null;
        String root = null;
        String time = "an unknown time";
        long block = -1;
        while (parser.nextToken() == JsonToken.FIELD_NAME)
        {
            final String name = parser.currentName();
            parser.nextToken();
            switch (name)
            {
                case "journal" -> journal = parser.getText();
                case "root" -> root = parser.getText();
                case "time" -> time = parser.getText();
                case "block" -> block = parser.getValueAsLong(-1);
                default -> parser.skipChildren();
            }
        }
        if (journal == null || root == null || block < 0)
        {
            throw new IOException("an object of its answer lacks journal, block or root");
        }
        return new SealHead(journal, block, root, time);
    }
}
