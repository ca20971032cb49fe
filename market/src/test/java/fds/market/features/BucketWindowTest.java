package fds.market.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import fds.market.memory.NativeBuffer;
import org.junit.jupiter.api.Test;

class BucketWindowTest
{
    private record Value(long bucket, long value)
    {
    }

    @Test
    void shouldAgreeWithListOfValues()
    {
        for (long seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final int buckets = 1 + random.nextInt(12);
            final long nanos = 1 + random.nextInt(20);
            final BucketWindow window = new BucketWindow(buckets, nanos);
            final NativeBuffer memory = NativeBuffer.allocate(8 + window.words() * 8 + 8);
            memory.putLong(0, -1);
            memory.putLong(8 + window.words() * 8, -1);
            final List<Value> values = new ArrayList<>();
            long time = random.nextInt(1000);
            for (int i = 0; i < 300; i++)
            {
                time += random.nextInt(30) == 0 ? random.nextInt(1000) : random.nextInt(10);
                final long now = time / nanos;
                final long value = random.nextInt(20) - 5;
                if (random.nextBoolean())
                {
                    values.add(new Value(now, value));
                    assertEquals(sum(values, now, buckets), window.add(memory, 8, time, value), "seed " + seed);
                }
                assertEquals(sum(values, now, buckets), window.sum(memory, 8, time), "seed " + seed);
                for (long bucket = Math.max(0, now - buckets + 1); bucket <= now; bucket++)
                {
                    final long wanted = bucket;
                    assertEquals(values.stream().filter(v -> v.bucket() == wanted).mapToLong(Value::value).sum(),
                        memory.getLong(window.wordOf(8, bucket)), "seed " + seed);
                }
            }
            assertEquals(-1, memory.getLong(0));
            assertEquals(-1, memory.getLong(8 + window.words() * 8));
        }
    }

    private static long sum(final List<Value> values, final long now, final int buckets)
    {
        return values.stream().filter(v -> v.bucket() > now - buckets).mapToLong(Value::value).sum();
    }
}
