package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Edit;
import bactrian.outcome.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, reading ends, throws nothing, counts without a gap, and agrees with reading again. */
class HostileInputTest {
    private static final List<String> SOUND = List.of(
            "id,gloss,note,values.x,where,coats\nt-1,true,\"a\nb\",,,2\nt-2,no,[x],,,\n\n;;\n",
            "provider;operation;id;values.summary;values.priority.key;until;sizes\r\ndesk;update;A-1;x;{};2026-01-01T00:00;[1]\r\n",
            "[{\"provider\":\"house\",\"operation\":\"paint\",\"ids\":[\"a\",\"b\"],\"values\":{\"gloss\":true,\"until\":\"2026-01-01T00:00\"}}]",
            "{\"ids\":[\"a\"],\"values\":{\"gloss\":false,\"litres\":1e5}}\n{\"where\":{\"a\":1},\"provider\":\"desk\",\"operation\":\"sweep\"}\n");

    @Property(tries = 200)
    void bytesOfAnyKind(@ForAll byte[] bytes, @ForAll Format format) throws IOException {
        read(bytes, format);
    }

    @Property(tries = 500)
    void soundDocumentsDamaged(@ForAll("damaged") byte[] bytes, @ForAll Format format) throws IOException {
        read(bytes, format);
    }

    @Property(tries = 200)
    void numbersDatesAndBrackets(@ForAll("cells") String cell) throws IOException {
        String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";
        String row = String.join(",", "t-1", "yes", quoted, quoted, quoted, quoted, quoted, quoted, quoted);
        String csv = "id,gloss,litres,coats,until,day,tools,sizes,painter\n" + row + "\n";
        read(csv.getBytes(StandardCharsets.UTF_8), Format.CSV);
    }

    private static void read(byte[] bytes, Format format) throws IOException {
        Path file = Files.createTempFile("hostile", ".txt");
        try {
            Files.write(file, bytes);
            Document document = new Document(
                    file,
                    format,
                    Defaults.ofFolder(Path.of("house/paint")),
                    StandardCharsets.UTF_8,
                    ZoneId.of("America/New_York"));
            Counting sink = new Counting();

            Findings findings = Samples.instructions().read(document, sink);

            assertThat(findings.invalid()).isBetween(0L, findings.edits());
            assertThat(findings.problemCount())
                    .isGreaterThanOrEqualTo(findings.problems().size());
            if (findings.refusal().isEmpty()) {
                assertThat(sink.next).isEqualTo(findings.edits());
                assertThat(rowsAgain(document)).isEqualTo(findings.edits());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long rowsAgain(Document document) throws IOException {
        long rows = 0;
        if (document.format() == Format.CSV) {
            try (TableRows csv = TableRows.open(document)) {
                while (csv.next()) {
                    assertThat(csv.cells()).hasSameSizeAs(csv.header());
                    rows++;
                }
            }
            return rows;
        }
        try (JsonRows json = JsonRows.open(document)) {
            while (json.next()) {
                long ids = 0;
                while (json.nextId().isPresent()) {
                    ids++;
                }
                rows += Math.max(1, ids);
            }
        }
        return rows;
    }

    private static final class Counting implements EditSink {
        private long next;

        @Override
        public void edit(Edit edit) {
            assertThat(edit.ordinal()).isEqualTo(next++);
        }

        @Override
        public void invalid(long ordinal, Problem problem) {
            assertThat(ordinal).isEqualTo(next++);
            assertThat(problem.message()).isNotBlank();
            assertThat(problem.hint()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.of(SOUND)
                .flatMap(sound -> Arbitraries.longs().map(seed -> damaged(sound, new Random(seed))));
    }

    private static byte[] damaged(String sound, Random random) {
        String spice = "\"{}[],;:\n\r\0\\e9-";
        StringBuilder text = new StringBuilder(sound);
        for (int i = random.nextInt(4); i >= 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, spice.charAt(random.nextInt(spice.length())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x300));
                default -> text.setLength(at);
            }
        }
        return text.toString().getBytes(random.nextInt(8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("0123456789.-+eE,:TZ ").ofMaxLength(30),
                Arbitraries.strings().withChars("[]{}\",:1a;\\").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(8));
    }
}
