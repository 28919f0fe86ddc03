package bactrian.flow;

import bactrian.instruction.Defaults;
import bactrian.instruction.Format;
import bactrian.instruction.mapping.MappingFile;
import bactrian.instruction.mapping.MappingFiles;
import bactrian.plan.Delivery;
import bactrian.plan.Intake;
import bactrian.plan.JobOptions;
import bactrian.plan.Post;
import bactrian.plan.PostRoom;
import bactrian.schedule.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;

/** Stores the document or the snapshot in the body and records its job; afterwards the source may remove it. */
final class ReceiveDocument implements Processor {
    private final Intake intake;
    private final PostRoom postRoom;
    private final MappingFiles mappings;

    ReceiveDocument(Intake intake, PostRoom postRoom, MappingFiles mappings) {
        this.intake = intake;
        this.postRoom = postRoom;
        this.mappings = mappings;
    }

    @Override
    public void process(Exchange exchange) throws IOException, InvalidPayloadException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Snapshot snapshot) {
            try (snapshot) {
                intake.receive(snapshot.file(), snapshot.delivery());
            }
        } else if (body instanceof Post post) {
            postRoom.receive(post);
        } else if (body instanceof File || body instanceof GenericFile<?> found && found.getFile() instanceof File) {
            receiveFile(exchange);
        } else {
            receive(exchange, exchange.getMessage().getMandatoryBody(byte[].class));
        }
    }

    /** From a route that the operator has made for another component. */
    private void receive(Exchange exchange, byte[] content) throws IOException {
        Format format = said(exchange, "contentType")
                .or(() -> said(exchange, Exchange.CONTENT_TYPE))
                .flatMap(Format::ofMediaType)
                .orElseGet(() -> Format.ofContent(content));
        Defaults defaults =
                new Defaults(said(exchange, "provider"), said(exchange, "operation"), said(exchange, "connection"));
        String source = exchange.getVariable("source", String.class);
        Delivery delivery = Delivery.of(source, "message." + format.word(), format, defaults);
        Optional<String> identity = Optional.ofNullable(exchange.getVariable("identity", String.class));
        intake.receive(
                new ByteArrayInputStream(content),
                identity.map(same -> delivery.identity(source + "@" + same).options(Post.MEANT))
                        .orElse(delivery));
    }

    private static Optional<String> said(Exchange exchange, String header) {
        return Optional.ofNullable(exchange.getMessage().getHeader(header, String.class))
                .filter(text -> !text.isBlank());
    }

    private void receiveFile(Exchange exchange) throws IOException, InvalidPayloadException {
        Path file = exchange.getMessage().getMandatoryBody(File.class).toPath();
        Path below = Path.of(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class));
        requireInside(file, below);
        String source = exchange.getVariable("source", String.class);
        Format format = Format.ofFileName(file.toString()).orElse(Format.CSV);
        Path folder = Optional.ofNullable(below.getParent()).orElse(Path.of(""));
        Optional<MappingFile> mapping = mappings.find(folder.getName(0).toString());
        Defaults defaults = mapping.isPresent() ? Defaults.NONE : Defaults.ofFolder(folder);
        Delivery delivery = Delivery.of(source, below.getFileName().toString(), format, defaults)
                .identity(source + "@" + stamp(file))
                .options(mapping.map(JobOptions::mapping).orElse(Map.of()));
        intake.receive(file, delivery);
    }

    /** A link must not make a file of somebody else's an instruction, nor have it copied into the archive. */
    private static void requireInside(Path file, Path below) throws IOException {
        Path inbox = file.toAbsolutePath();
        for (int level = 0; level < below.getNameCount(); level++) {
            inbox = Optional.ofNullable(inbox.getParent()).orElse(inbox);
        }
        if (!file.toRealPath().startsWith(inbox.toRealPath())) {
            throw new FileSystemException(
                    file.toString(), null, "It is a link that leads out of the inbox. Put the file itself there.");
        }
    }

    /** Differs between two files that are put at one path one after the other, even where all they say is the same. */
    private static String stamp(Path file) throws IOException {
        boolean inodes = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return Files.size(file) + "@" + Files.getAttribute(file, inodes ? "unix:ctime" : "lastModifiedTime");
    }
}
