package bactrian.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

/** The log as it is shipped, in both of its forms. */
class LogFormatTest {
    private static final Path SETTINGS = Path.of("src/main/resources/log4j2.properties");

    @Test
    void aLineOfTheJsonLogIsOneObjectWhateverIsLogged() throws IOException {
        String line = written("json");

        JsonNode object = new JsonMapper().readTree(line);
        assertThat(line.strip()).doesNotContain("\n");
        assertThat(object.path("level").asText()).isEqualTo("WARN");
        assertThat(object.path("message").asText()).isEqualTo("a \"quoted\"\nmessage \\ \u0001");
        assertThat(object.path("error").asText()).contains("IllegalStateException: why", "LogFormatTest");
        assertThat(object.path("at").asText()).startsWith("1970-01-01T00:00:01.000");
    }

    @Test
    void otherwiseItIsForPeople() throws IOException {
        assertThat(written("text")).contains("WARN  Lane - a \"quoted\"");
    }

    @Test
    void aTimerThatIsRefusedWhileEverythingStopsIsNotWorthALine() {
        String refused = "java.util.concurrent.RejectedExecutionException - null";

        assertThat(isDropped(refused)).isTrue();
        assertThat(isDropped("java.lang.IllegalStateException - why")).isFalse();
    }

    /** Whether what Camel says of a timer's trouble is left out. @param cause as Camel writes it */
    private static boolean isDropped(String cause) {
        try (LoggerContext context = new LoggerContext("timers")) {
            Configuration configuration =
                    ConfigurationFactory.getInstance().getConfiguration(context, "timers", SETTINGS.toUri());
            configuration.initialize();
            String timer = "org.apache.camel.component.timer.TimerConsumer";
            return configuration
                    .getLoggerConfig(timer)
                    .isFiltered(Log4jLogEvent.newBuilder()
                            .setLoggerName(timer)
                            .setLevel(Level.WARN)
                            .setMessage(new SimpleMessage(
                                    "Error processing exchange. Exchange[]. Caused by: [" + cause + "]"))
                            .build());
        }
    }

    private static String written(String form) throws IOException {
        try (LoggerContext context = new LoggerContext("format")) {
            Configuration configuration =
                    ConfigurationFactory.getInstance().getConfiguration(context, "format", SETTINGS.toUri());
            configuration.initialize();
            Log4jLogEvent event = Log4jLogEvent.newBuilder()
                    .setLoggerName("bactrian.dispatch.Lane")
                    .setLevel(Level.WARN)
                    .setTimeMillis(1_000)
                    .setMessage(new SimpleMessage("a \"quoted\"\nmessage \\ \u0001"))
                    .setThrown(new IllegalStateException("why"))
                    .build();
            return new String(configuration.getAppender(form).getLayout().toByteArray(event), StandardCharsets.UTF_8);
        }
    }
}
