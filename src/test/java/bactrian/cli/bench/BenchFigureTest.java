package bactrian.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class BenchFigureTest {
    private static final int BACKGROUND = 1;

    @Test
    void everyRatioThatWasMeasuredIsABar() throws Exception {
        JsonNode figures = new JsonMapper()
                .readTree(
                        """
                {"calls": {"callsPerSecondToFloor": 0.6, "callsPerSecondToPlainRoute": 0.9},
                 "start": {"runToBareStart": 9.5}}
                """);

        Document drawn = drawn(BenchFigure.of(figures));

        assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(BACKGROUND + 3);
        assertThat(drawn.getDocumentElement().getTextContent())
                .contains("0.60 (≥ 0.50)", "0.90 (≥ 1.00)", "'run' until ready", "9.50 (≤ 1.30)");
    }

    private static Document drawn(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
