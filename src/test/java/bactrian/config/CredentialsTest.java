package bactrian.config;

import static org.assertj.core.api.Assertions.assertThat;

import bactrian.operation.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where credentials come from, and that none is shown. */
class CredentialsTest extends WrittenSettings {

    @Test
    void aCredentialOnTheCommandLineIsWarnedOfWithoutBeingShown() throws Exception {
        Settings settings = load(Map.of(
                "bactrian.connections.plain.token", "hush",
                "bactrian.connections.plain.team", "red"));

        assertThat(settings.notices())
                .extracting(Flaw::toString)
                .containsExactly("the command line: bactrian.connections.plain.token is given where every user of this"
                        + " machine can read it. Give it by an environment variable, or by a file with"
                        + " bactrian.connections.plain.token-file.");
    }

    @Test
    void aPasswordWithinAnAddressIsNotRepeated() throws Exception {
        connection("plain", "team=red");

        List<Flaw> flaws = flaws(Map.of("bactrian.proxy", "http://me:hush@proxy:3128"));

        assertThat(flaws).hasSize(1);
        assertThat(flaws.toString()).contains("***@proxy").doesNotContain("hush");
    }

    @Test
    void missingCredentialsStopNothingAndNameWhatTheConnectionReads() throws Exception {
        connection("plain", "token={{env:PLAIN_TOKEN:}}");
        connection("second", "provider=plain\ntoken={{env:SECOND_TOKEN}}");

        Settings settings = load(Map.of());

        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .contains("Set PLAIN_TOKEN.");
        assertThat(settings.missing()
                        .apply(settings.connections().find("second").orElseThrow()))
                .contains("Set PLAIN_TOKEN. (Connection second reads SECOND_TOKEN.)");
    }

    private Path fileThatOthersMayRead() throws Exception {
        Path secret = Files.writeString(folder.resolve("token.txt"), "secret-2\n");
        return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void assertTakenAndNoticed(Path secret) throws Exception {
        Settings settings = load(Map.of());

        assertThat(settings.connections().find("plain").orElseThrow().secret("token"))
                .contains(Secret.of("secret-2"));
        assertThat(settings.notices())
                .extracting(Flaw::message)
                .containsExactly("The file " + secret + " may be read by every user.");
    }

    @Test
    void aCredentialCanLieInAFileAndAFileThatOthersMayReadIsNoticed() throws Exception {
        Path secret = fileThatOthersMayRead();
        connection("plain", "token-file=token.txt");

        assertTakenAndNoticed(secret);
    }

    @Test
    void aCredentialFromAFileCanBeRenewedAndStaysWhereTheFileIsGone() throws Exception {
        Path file = Files.writeString(folder.resolve("token.txt"), "old");
        Secret token = tokenIn("token.txt").orElseThrow();
        Files.writeString(file, "new");
        token.renew();
        String renewed = token.reveal();
        Files.delete(file);

        Optional<String> why = token.renew();

        assertThat(renewed).isEqualTo("new");
        assertThat(token.reveal()).isEqualTo("new");
        assertThat(why).contains("The file " + file + " is not there. Write the value into it, or name another one.");
    }

    @Test
    void aCredentialFileThatIsNotThereStopsNothingButIsNoticed() throws Exception {
        connection("plain", "token-file=gone.txt");

        Settings settings = load(Map.of());

        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .contains("Set PLAIN_TOKEN. (Connection plain reads the file gone.txt.)");
        assertThat(settings.notices()).hasSize(1);
    }

    @Test
    void aCredentialFileMayBeginWithAByteOrderMarkAndEndInALine() throws Exception {
        Files.writeString(folder.resolve("token.txt"), "\uFEFFsecret\r\n");

        assertThat(tokenIn("token.txt")).contains(Secret.of("secret"));
    }

    @Test
    void aFileThatCanHoldNoCredentialIsNotSentAsOneAndSaysWhy() throws Exception {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("lines"), "one\ntwo\n");
        Files.writeString(folder.resolve("zero"), "o\0n\0e\0");
        Files.write(folder.resolve("utf16"), "\uFEFFone".getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("large"), "x".repeat(20_000));

        assertThat(noticeOf("folder")).contains("is a folder. Name the file in it");
        assertThat(noticeOf("lines")).contains("holds more than one line");
        assertThat(noticeOf("zero")).contains("holds more than one line, or something that is no text");
        assertThat(noticeOf("utf16")).contains("is not UTF-8. Save it as UTF-8.");
        assertThat(noticeOf("large")).contains("is larger than 16 KB");
        assertThat(noticeOf("gone")).contains("is not there.");
    }

    @Test
    void whatIsTooLongForACredentialIsNotSentAsOneWhereverItComesFrom() throws Exception {
        connection("plain", "token={{env:LONG}}");
        environment.put("LONG", "x".repeat(16 * 1024));
        assertThat(load(Map.of()).connections().find("plain").orElseThrow().secret("token"))
                .isPresent();
        environment.put("LONG", "x".repeat(16 * 1024 + 1));

        Settings settings = load(Map.of());

        assertThat(settings.connections().find("plain").orElseThrow().secret("token"))
                .isEmpty();
        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .contains("Set PLAIN_TOKEN. (Connection plain reads LONG.)");
        assertThat(settings.notices())
                .extracting(Flaw::toString)
                .singleElement()
                .asString()
                .endsWith(
                        "bactrian.connections.plain.token is longer than 16 KB. Set it to the credential and nothing else.");
    }

    @Test
    @Timeout(20)
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertThat(pipe).exists();

        assertThat(noticeOf("pipe")).contains("is no file but a pipe or a device. Write the value into a file.");
        connection("plain", "token={{file:pipe}}");
        assertThat(noticesAboutNoToken()).contains("which is no file but a pipe");
    }

    @Test
    void aPlaceholderOfAFileIsHeldToTheSame() throws Exception {
        Path secret = fileThatOthersMayRead();
        Files.writeString(folder.resolve("lines"), "one\ntwo\n");

        connection("plain", "token={{file:token.txt}}");
        assertTakenAndNoticed(secret);

        connection("plain", "token={{file:lines}}");
        assertThat(noticesAboutNoToken())
                .contains("bactrian.connections.plain.token reads the file")
                .contains("which holds more than one line");
        connection("plain", "token={{file:gone}}");
        assertThat(noticesAboutNoToken()).contains("which is not there. Write the value into it");
    }

    @Test
    void aFileThatHoldsNoValueIsAFlawOfASetting() throws Exception {
        Files.writeString(folder.resolve("lines"), "one\ntwo\n");
        connection("plain", "team={{file:lines}}\ntoken=x");

        assertThat(flaws(Map.of()))
                .extracting(Flaw::message)
                .containsExactly("bactrian.connections.plain.team reads the file " + folder.resolve("lines")
                        + ", which holds more than one line, or something that is no text.");
    }

    @Test
    void aNameThatCannotBeOneIsSaidToBeSo() throws Exception {
        assertThat(noticeOf("a\\u0000b")).contains("The file 'a?b' has no possible name.");
    }

    @Test
    void aRenewalThatCanBeNoCredentialLeavesTheOneBefore() throws Exception {
        assertThat(whyItStaysOldOver("half of\nsomething else"))
                .contains("holds more than one line")
                .doesNotContain("half");
    }

    @Test
    void aRenewalFromAnEmptyFileLeavesTheOneBeforeAndSaysSo() throws Exception {
        assertThat(whyItStaysOldOver("\n"))
                .isEqualTo("The file " + folder.resolve("token.txt") + " is empty. Write the credential into it.");
    }

    private String whyItStaysOldOver(String renewed) throws Exception {
        Path file = Files.writeString(folder.resolve("token.txt"), "old");
        Secret token = tokenIn("token.txt").orElseThrow();
        Files.writeString(file, renewed);

        Optional<String> why = token.renew();

        assertThat(token.reveal()).isEqualTo("old");
        return why.orElseThrow();
    }

    /** The one notice where this file is the token's; it is then missing. */
    private String noticeOf(String file) throws Exception {
        connection("plain", "token-file=" + file);
        Settings settings = load(Map.of());
        assertThat(settings.connections().find("plain").orElseThrow().secret("token"))
                .isEmpty();
        assertThat(settings.notices()).hasSize(1);
        return settings.notices().get(0).toString();
    }

    private String noticesAboutNoToken() throws Exception {
        Settings settings = load(Map.of());
        assertThat(settings.connections().find("plain").orElseThrow().secret("token"))
                .isEmpty();
        assertThat(settings.missing().apply(settings.connections().find("plain").orElseThrow()))
                .hasValueSatisfying(missing -> assertThat(missing).contains("(Connection plain reads the file "));
        return settings.notices().toString();
    }

    private Optional<Secret> tokenIn(String file) throws Exception {
        connection("plain", "token-file=" + file);
        return load(Map.of()).connections().find("plain").orElseThrow().secret("token");
    }
}
