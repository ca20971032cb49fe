package fds.app.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;

import fds.app.setup.DetectorCatalog;
import fds.app.view.AlertView;
import fds.app.view.AlertWords;
import fds.app.view.JournalTexts;
import fds.market.door.FrameSink;
import fds.market.finding.DetectionState;
import fds.market.finding.Severity;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/**
 * What a demo shows: alerts as they open, and on a terminal a line below them with speed and latency. Decisions come on
 * the account stage's thread; a thread of its own writes.
 */
public final class DemoScreen implements FrameSink
{
    private static final int WAITING_MAX = 512;
    private static final long EVERY_MILLIS = 250;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final JournalTexts texts = new JournalTexts(JournalTexts.ALERT_SPACES);
    private final AlertWords words;
    private final Path directory;
    private final long events;
    private final boolean terminal = Boolean.getBoolean("fds.terminal.out");
    private final Deque<String> waiting = new ArrayDeque<>(); // guarded by itself
    private final TreeMap<String, Integer> opened = new TreeMap<>(); // by detector
    private final Histogram all = new Histogram(3);
    private Histogram interval;
    private long untold;
    private Session session;
    private Thread thread;
    private volatile boolean stopped;
    private long lastTaken;
    private long lastNanos;
    private String firstAlert;

    /**
     * Make it.
     *
     * @param directory of the journal.
     * @param events    that the demo will have, for the share that is done.
     * @param catalog   of detectors.
     */
    public DemoScreen(final Path directory, final long events, final DetectorCatalog catalog)
    {
        this.directory = directory;
        this.events = events;
        words = new AlertWords(texts, catalog);
    }

    /**
     * Takes events and control records, for the texts behind ids.
     *
     * @return to be shown every frame.
     */
    public FrameSink events()
    {
        return new AlertOutput.TextTap(texts);
    }

    @Override
    public void onFrames(final DirectBuffer buffer, final int offset, final int length)
    {
        if (!AlertView.isDetection(buffer, offset))
        {
            return;
        }
        final AlertView alert = AlertView.decode(buffer, offset);
        if (alert.state() != DetectionState.OPENED)
        {
            return;
        }
        opened.merge(alert.detectorId(), 1, Integer::sum);
        if (firstAlert == null)
        {
            firstAlert = alert.idText();
        }
        synchronized (waiting)
        {
            if (waiting.size() == WAITING_MAX)
            {
                untold++;
            }
            else
            {
                waiting.add(coloured(alert.severity(), AlertLine.of(alert, words)));
            }
        }
    }

    @Override
    public void onBatchEnd()
    {
        // lines go out by the screen's own thread
    }

    /**
     * Begin to show.
     *
     * @param running session.
     */
    public void start(final Session running)
    {
        session = running;
        lastNanos = System.nanoTime();
        System.out.println("fds demo: a simulated venue, " + String.format("%,d", events) + " events; journal " +
            directory);
        thread = new Thread(this::run, "fds-screen");
        thread.setDaemon(true);
        thread.start();
    }

    /** The feed has ended: show what is left. */
    public void stop()
    {
        stopped = true;
        thread.interrupt();
        try
        {
            thread.join(5_000);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        show();
        if (terminal)
        {
            System.out.print(CLEAR_LINE);
        }
    }

    /**
     * Say what it came to, and what to try next.
     *
     * @param summary of the run.
     */
    public void tellEnd(final Summary summary)
    {
        System.out.println();
        System.out.println("  alerts     " + summary.alerts() + " " + opened);
        System.out.println("  latency    hand-in to decision, journal included: " + latency(all));
        System.out.println("  journal    " + directory + " (" + String.format("%,d", summary.lastSequence()) +
            " records of events, " + String.format("%,d", summary.decisions()) + " of decisions)");
        System.out.println("  try next   ./fds alerts " + directory);
        if (firstAlert != null)
        {
            System.out.println("             ./fds explain " + directory + " " + firstAlert);
        }
        System.out.println("             ./fds verify " + directory);
        System.out.println();
    }

    private void run()
    {
        while (!stopped)
        {
            try
            {
                Thread.sleep(EVERY_MILLIS);
            }
            catch (final InterruptedException e)
            {
                return;
            }
            show();
        }
    }

    private void show()
    {
        if (terminal)
        {
            System.out.print(CLEAR_LINE);
        }
        synchronized (waiting)
        {
            waiting.forEach(System.out::println);
            waiting.clear();
            if (untold > 0)
            {
                System.out.println("  ... and " + untold + " more alerts");
                untold = 0;
            }
        }
        interval = session.engine().latency(interval);
        all.add(interval);
        if (terminal)
        {
            final long now = System.nanoTime();
            final long taken = session.taken();
            final long perSecond = Math.round((taken - lastTaken) * 1e9 / Math.max(1, now - lastNanos));
            lastTaken = taken;
            lastNanos = now;
            System.out.print(String.format("%3d %%  %,9d events/s  %s  %d alerts", 100 * taken / Math.max(1, events),
                perSecond, latency(interval), session.engine().accountStage().alertCount()));
        }
        System.out.flush();
    }

    private static String latency(final Histogram histogram)
    {
        return histogram.getTotalCount() == 0 ? "-" : String.format("p50 %.1f us  p99 %.1f us  p99.9 %.1f us",
            histogram.getValueAtPercentile(50) / 1e3, histogram.getValueAtPercentile(99) / 1e3,
            histogram.getValueAtPercentile(99.9) / 1e3);
    }

    private String coloured(final Severity severity, final String line)
    {
        if (!terminal || severity == Severity.LOW)
        {
            return line;
        }
        return (severity == Severity.MEDIUM ? "\u001b[33m" : "\u001b[31m") + line + "\u001b[0m";
    }
}
