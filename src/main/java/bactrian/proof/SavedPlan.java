package bactrian.proof;

import bactrian.instruction.Defaults;
import bactrian.instruction.Document;
import bactrian.instruction.Format;
import bactrian.instruction.mapping.MappingFile;
import bactrian.ledger.Job;
import bactrian.operation.Catalogue;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A plan in a file: a ZIP of {@code plan.json} (what it is bound to), {@code instruction} (the document's bytes) and {@code
 * edits.ndjson} (each edit as it was compared).
 *
 * @param file where it lies
 * @param about {@code plan.json}
 */
public record SavedPlan(Path file, ObjectNode about) {
    private static final int FORM = 1;
    private static final String ABOUT = "plan.json";
    private static final String INSTRUCTION = "instruction";
    static final String EDITS = "edits.ndjson";

    /** Takes the lines of a plan. */
    public interface LineSink {
        void take(ObjectNode line) throws IOException;
    }

    /** Gives the lines of a plan. */
    public interface LineSource {
        void into(LineSink sink) throws IOException;
    }

    /** Whether a file is meant to be a saved plan. */
    public static boolean named(Path file) {
        return file.getFileName().toString().endsWith(".plan");
    }

    /**
     * Writes a plan.
     *
     * @param fileName the instruction's name, for people and results
     * @param edits its lines, in the order of rows
     */
    public static void write(
            Path file,
            Document document,
            String fileName,
            Catalogue catalogue,
            Connections connections,
            Instant now,
            LineSource edits)
            throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Path half = file.resolveSibling("." + file.getFileName());
        try (OutputStream bytes = Files.newOutputStream(half);
                ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(EDITS));
            edits.into(line -> {
                if (line.hasNonNull("connection")) {
                    used.add(line.get("connection").asText());
                }
                zip.write(line.toString().getBytes(StandardCharsets.UTF_8));
                zip.write('\n');
            });
            zip.putNextEntry(new ZipEntry(INSTRUCTION));
            Files.copy(document.path(), zip);
            zip.putNextEntry(new ZipEntry(ABOUT));
            ObjectNode about = about(document, fileName, catalogue, now);
            ObjectNode bound = about.putObject("connections");
            for (String name : used) {
                connections.find(name).ifPresent(connection -> bound.set(name, binding(connection)));
            }
            zip.write(Compared.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(about));
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode about(Document document, String fileName, Catalogue catalogue, Instant now)
            throws IOException {
        ObjectNode about = Compared.JSON.createObjectNode();
        about.put("what", "A saved plan of Bactrian. Apply it with: bactrian apply FILE")
                .put("form", FORM)
                .put("madeAt", now.toString())
                .put("file", fileName)
                .put("format", document.format().word())
                .put("sha256", Digests.sha256(Files.newInputStream(document.path())))
                .put("catalogue", catalogue.version());
        document.defaults().provider().ifPresent(name -> about.put("provider", name));
        document.defaults().operation().ifPresent(name -> about.put("operation", name));
        document.defaults().connection().ifPresent(name -> about.put("connection", name));
        document.mapping()
                .ifPresent(mapping ->
                        about.putObject("mapping").put("name", mapping.name()).put("text", mapping.text()));
        return about;
    }

    private static ObjectNode binding(Connection connection) {
        return Compared.JSON
                .createObjectNode()
                .put("provider", connection.provider())
                .put("baseUrl", connection.baseUrl().toString());
    }

    /** @throws BadPlan when it is none, or damaged */
    public static SavedPlan open(Path file) throws BadPlan, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = stream(zip, ABOUT)) {
            ObjectNode about = Compared.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (about.path("form").asInt() != FORM) {
                throw new BadPlan(file + ": This plan was saved by another version. Compare and save it again.");
            }
            return new SavedPlan(file, about);
        } catch (ZipException none) {
            throw new BadPlan(file + ": This is not a saved plan, or it is damaged. Compare and save it again.");
        }
    }

    /**
     * Checks that the plan still means what it meant.
     *
     * @throws BadPlan when its content was changed, or a connection or the catalogue is another one by now
     */
    public void requireBindings(Catalogue catalogue, Connections connections) throws BadPlan, IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = stream(zip, INSTRUCTION)) {
            if (!Digests.sha256(in).equals(about.path("sha256").asText())) {
                throw new BadPlan(file + ": The instruction in it was changed after it was saved. Save it again.");
            }
        }
        if (!catalogue.version().equals(about.path("catalogue").asText())) {
            throw new BadPlan(file + ": It was made with another version of the catalogue. Compare and save it again.");
        }
        for (Map.Entry<String, JsonNode> bound : about.path("connections").properties()) {
            Optional<JsonNode> now = connections.find(bound.getKey()).map(SavedPlan::binding);
            if (now.isEmpty()) {
                throw new BadPlan(file + ": Connection " + bound.getKey() + " is not configured any more.");
            }
            if (!now.get().equals(bound.getValue())) {
                throw new BadPlan(file + ": Connection " + bound.getKey() + " was "
                        + bound.getValue().path("baseUrl").asText() + " when it was saved and is "
                        + now.get().path("baseUrl").asText() + " now. Compare and save it again.");
            }
        }
    }

    /** The instruction's name, as it was named when the plan was made. */
    public String fileName() {
        return about.path("file").asText();
    }

    public Format format() {
        return Format.ofWord(about.path("format").asText());
    }

    public Defaults defaults() {
        return new Defaults(text("provider"), text("operation"), text("connection"));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(about.get(name)).map(JsonNode::asText);
    }

    /** The instruction, copied into a file, to be read as it was when the plan was made. */
    Document document(Path into, Charset charset, ZoneId zone) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = stream(zip, INSTRUCTION)) {
            Files.copy(in, into, StandardCopyOption.REPLACE_EXISTING);
        }
        Document document = new Document(into, format(), defaults(), charset, zone);
        return mapping().map(document::mapped).orElse(document);
    }

    /** What its columns are read through. */
    private Optional<MappingFile> mapping() {
        return Optional.ofNullable(about.get("mapping"))
                .map(kept -> new MappingFile(
                        kept.path("name").asText(), kept.path("text").asText()));
    }

    /**
     * Hands the plan in as a job.
     *
     * @param source where it is from, for people
     */
    public Job handIn(Intake intake, Map<String, String> options, String source) throws IOException {
        Map<String, String> all = new HashMap<>(options);
        mapping().map(JobOptions::mapping).ifPresent(all::putAll);
        Delivery delivery =
                Delivery.of(source, fileName(), format(), defaults()).options(all);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream document = stream(zip, INSTRUCTION)) {
            return intake.receive(document, delivery, Optional.of(file));
        }
    }

    /** Gives each edit's line, in the order of rows. */
    static void edits(Path file, LineSink sink) throws IOException {
        try (PlanLines lines = PlanLines.open(file)) {
            for (Optional<ObjectNode> line = lines.next(); line.isPresent(); line = lines.next()) {
                sink.take(line.get());
            }
        }
    }

    static InputStream stream(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("no " + name);
        }
        return zip.getInputStream(entry);
    }
}
