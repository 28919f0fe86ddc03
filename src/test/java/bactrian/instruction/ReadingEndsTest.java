package bactrian.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Edit;
import bactrian.outcome.Code;
import bactrian.outcome.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Reading takes work in proportion to a document, whatever it says, and stops early where it says too much at once. */
class ReadingEndsTest {
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final long GIGABYTE = 1L << 30;

    /** Documents are read once to find out their form and once for their content. */
    private static final int PASSES = 3;

    /** What a parser of JSON reads at once. */
    private static final int BUFFER = 1 << 13;

    /** What may be read of a document beyond its longest record or instruction. */
    private static final long READ_AHEAD = 1 << 20;

    /** Bytes, and what the reader is told of them. */
    record Sample(byte[] bytes, Format format, Charset charset) {}

    @Property(tries = 400)
    void whateverIsWrittenInWhateverWay(@ForAll("samples") Sample sample) {
        MadeUpFile file = new MadeUpFile(() -> new ByteArrayInputStream(sample.bytes()));
        Counting sink = new Counting();

        Findings findings = read(file, sample.format(), sample.charset(), sink);

        long length = sample.bytes().length;
        long openings = sample.format() == Format.CSV ? PASSES : PASSES * (1 + places(sample.bytes()));
        long ahead = sample.format() == Format.CSV ? 0 : openings * BUFFER;
        assertThat(file.openings()).as("openings").isLessThanOrEqualTo(openings);
        assertThat(file.bytesRead()).as("bytes read").isLessThanOrEqualTo(PASSES * length + ahead);
        assertThat(file.readings()).as("readings").isLessThanOrEqualTo(4 * openings + PASSES * length / 1000);
        assertThat(findings.edits()).as("edits").isBetween(sink.next, length);
        assertThat(findings.invalid()).as("invalid").isGreaterThanOrEqualTo(sink.invalid);
        if (findings.refusal().isEmpty()) {
            assertThat(sink.next).isEqualTo(findings.edits());
            assertThat(sink.invalid).isEqualTo(findings.invalid());
        }
    }

    @Test
    void aCellOfAGigabyteIsRefusedEarly() {
        String start = "id,gloss,note\nt-1,true,\"";
        MadeUpFile file = new MadeUpFile(() -> Endless.after(start, "a line of an endless cell\n", GIGABYTE));

        Findings findings = read(file, Format.CSV, StandardCharsets.UTF_8, new Counting());

        Problem refusal = findings.refusal().orElseThrow();
        assertThat(refusal.code()).isEqualTo(Code.TOO_LARGE);
        assertThat(refusal.place().line()).hasValue(2);
        assertThat(findings.edits()).isZero();
        assertThat(file.bytesRead()).isLessThan(DocumentText.LONGEST_RECORD + READ_AHEAD);
    }

    @Test
    void aHeaderOfAGigabyteIsRefusedEarly() {
        MadeUpFile file = new MadeUpFile(() -> Endless.after("\"id", "x", GIGABYTE));

        Findings findings = read(file, Format.CSV, StandardCharsets.UTF_8, new Counting());

        assertThat(findings.refusal().orElseThrow().code()).isEqualTo(Code.TOO_LARGE);
        assertThat(file.bytesRead()).isLessThan(DocumentText.LONGEST_RECORD + READ_AHEAD);
    }

    @Test
    void aTextOfAGigabyteInJsonIsRefusedEarly() {
        String start = "[{\"provider\":\"house\",\"operation\":\"paint\",\"ids\":[\"a\"],\"values\":{\"note\":\"";
        MadeUpFile file = new MadeUpFile(() -> Endless.after(start, "endless ", GIGABYTE));

        Findings findings = read(file, Format.JSON, StandardCharsets.UTF_8, new Counting());

        assertThat(findings.refusal().orElseThrow().code()).isEqualTo(Code.TOO_LARGE);
        assertThat(file.bytesRead()).isLessThan(MeteredInput.LARGEST + READ_AHEAD);
    }

    @Test
    void anIdOfAGigabyteIsRefusedEarly() {
        MadeUpFile file = new MadeUpFile(() -> Endless.after("{\"ids\":[\"a\",\"", "b", GIGABYTE));

        Findings findings = read(file, Format.NDJSON, StandardCharsets.UTF_8, new Counting());

        assertThat(findings.refusal().orElseThrow().code()).isEqualTo(Code.TOO_LARGE);
        assertThat(file.bytesRead())
                .as("the id, and the search for another line")
                .isLessThan(2 * MeteredInput.LARGEST + READ_AHEAD);
    }

    /** Where a line or an object of JSON may begin, to which a reader may have to come back. */
    private static long places(byte[] bytes) {
        long places = 0;
        for (byte one : bytes) {
            places += one == '\n' || one == '{' ? 1 : 0;
        }
        return places;
    }

    private static Findings read(MadeUpFile file, Format format, Charset charset, EditSink sink) {
        Defaults defaults = Defaults.ofFolder(Path.of("house/paint"));
        Document document = new Document(file.path(), format, defaults, charset, ZoneId.of("America/New_York"));
        return Samples.instructions().read(document, sink);
    }

    /** Counts edits and rows that are none; each ordinal is one or the other. */
    private static final class Counting implements EditSink {
        private long next;
        private long invalid;

        @Override
        public void edit(Edit edit) {
            assertThat(edit.ordinal()).isEqualTo(next++);
            assertThat(edit.target()).matches("[a-z0-9-]{1,40}");
            assertThat(edit.change().values().path("gloss").isBoolean()).isTrue();
        }

        @Override
        public void invalid(long ordinal, Problem problem) {
            assertThat(ordinal).isEqualTo(next++);
            invalid++;
        }
    }

    /** A start, then the same again and again. */
    private static final class Endless extends InputStream {
        private final byte[] start;
        private final byte[] again;
        private final long end;
        private long at;

        private Endless(byte[] start, byte[] again, long end) {
            this.start = start;
            this.again = again;
            this.end = end;
        }

        static InputStream after(String start, String again, long end) {
            return new Endless(
                    start.getBytes(StandardCharsets.US_ASCII), again.getBytes(StandardCharsets.US_ASCII), end);
        }

        @Override
        public int read() {
            if (at >= end) {
                return -1;
            }
            long here = at++;
            return here < start.length ? start[(int) here] : again[(int) ((here - start.length) % again.length)];
        }
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Combinators.combine(
                        Arbitraries.of(Format.values()),
                        Arbitraries.of(
                                StandardCharsets.UTF_8,
                                StandardCharsets.UTF_16LE,
                                StandardCharsets.UTF_16BE,
                                CYRILLIC,
                                LATIN),
                        Arbitraries.of("\n", "\r", "\r\n"),
                        Arbitraries.of(",", ";", "\t", "|"),
                        Arbitraries.longs())
                .as((format, charset, end, delimiter, seed) ->
                        sample(format, charset, end, delimiter, new Random(seed)));
    }

    private static Sample sample(Format format, Charset charset, String end, String delimiter, Random random) {
        StringBuilder text = new StringBuilder();
        if (charset.name().startsWith("UTF-") && random.nextInt(8) > 0) {
            text.append('\uFEFF');
        }
        text.append(format == Format.CSV ? "id,gloss,note,coats".replace(",", delimiter) + end : "");
        for (int row = random.nextInt(40); row > 0; row--) {
            text.append(format == Format.CSV ? csv(row, delimiter, random) : json(row, random))
                    .append(end);
        }
        damage(text, random);
        byte[] bytes = text.toString().getBytes(charset);
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        // Also told wrongly: what is not text in that charset has to be found out.
        return new Sample(bytes, format, random.nextInt(4) > 0 ? charset : StandardCharsets.UTF_8);
    }

    private static String csv(int row, String delimiter, Random random) {
        String note = List.of("", "ä", "приоритет", "\"a" + delimiter + "b\"", "\"two\nlines\"", "\"he \"\"said\"\"\"")
                .get(random.nextInt(6));
        return String.join(delimiter, "t-" + row, random.nextBoolean() ? "yes" : "maybe", note, "" + random.nextInt(5));
    }

    private static String json(int row, Random random) {
        return List.of(
                        "{\"ids\":[\"t-%d\",\"x\"],\"values\":{\"gloss\":true,\"note\":\"ж\"}}",
                        "{\"ids\":[\"T %d\"],\"values\":{\"gloss\":false}}",
                        "{\"ids\":[\"t-%d\"],\"values\":{\"gloss\":\"maybe\"}}")
                .get(random.nextInt(3))
                .replace("%d", "" + row);
    }

    private static void damage(StringBuilder text, Random random) {
        String spice = "\"{}[],;:\n\r\0\\e9-|\t";
        for (int i = random.nextInt(4); i > 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                case 1 -> text.insert(at, spice.charAt(random.nextInt(spice.length())));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
                default -> text.setLength(at);
            }
        }
    }
}
