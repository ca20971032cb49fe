package fds.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Measured quality, beside what a detector declares. */
class DetectionQualityTest
{
    @Test
    void shouldGiveEachSuiteOfADetector()
    {
        final DetectionQuality quality = DetectionQuality.parse(List.of("# measured", "detector,suite,recall,precision",
            "D01,simulated,0.95,1", "D02,simulated,0.5,0.5", "D01,incidents, 1 ,0.9", ""));

        assertEquals(List.of(Map.of("suite", "simulated", "recall", "0.95", "precision", "1"),
            Map.of("suite", "incidents", "recall", "1", "precision", "0.9")), quality.of("D01"));
        assertEquals(List.of(), quality.of("D03"));
    }

    @Test
    void shouldShowIt()
    {
        final List<Map<String, String>> measured = DetectionQuality.parse(
            List.of("detector,suite,recall,precision", "D901,simulated,0.95,1")).of("D901");
        final DetectorSheet sheet = new DetectorSheet(TestDetectorFactory.INFO, List.of(), measured);
        final StringWriter text = new StringWriter();
        sheet.print(new PrintWriter(text, true));

        assertEquals(1, text.toString().lines()
            .filter(line -> line.equals("  quality    simulated: recall 0.95, precision 1")).count());
        assertEquals("{\"suite\":\"simulated\",\"recall\":0.95,\"precision\":1}",
            JsonLines.text(sheet::write).replaceFirst(".*\"quality\":\\[(.*?)].*", "$1"));
    }
}
