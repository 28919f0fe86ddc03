package bactrian.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** What every request passes: scripted faults, the rate limit, credentials, the provider, the log. */
final class Reception {

    private static final byte[] UNEXPECTED = "[\"something else\", 42]".getBytes(StandardCharsets.UTF_8);

    private final Service service;
    private final Faults faults;
    private final Allowance allowance;
    private final Credentials credentials;
    private final RequestLog log;

    Reception(Service service, Faults faults, Allowance allowance, Credentials credentials, RequestLog log) {
        this.service = service;
        this.faults = faults;
        this.allowance = allowance;
        this.credentials = credentials;
        this.log = log;
    }

    /**
     * Serves one request.
     *
     * @param hold waits
     */
    Served receive(Asked asked, Consumer<Duration> hold) {
        Optional<Fault> fault = faults.strike(asked);
        Optional<Effect> effect = fault.map(Fault::effect);
        if (effect.filter(Effect.DELAY_BEFORE::equals).isPresent()) {
            fault.map(Fault::pause).ifPresent(hold);
        }
        Answer told = fault.filter(struck -> !struck.effect().applied())
                .map(struck -> refuse(asked, struck))
                .orElseGet(() -> admit(asked));
        Served served = fault.map(struck -> spoil(told, struck.effect())).orElseGet(() -> new Served(told));
        int status = served.way() == Served.Way.DROPPED ? 0 : served.answer().status();
        log.add(asked, status, effect, told.touched());
        if (effect.filter(Effect.DELAY_AFTER::equals).isPresent()) {
            fault.map(Fault::pause).ifPresent(hold);
        }
        return served;
    }

    private Answer admit(Asked asked) {
        Duration wait = allowance.take();
        if (!wait.isZero()) {
            return service.voice()
                    .tooManyRequests(allowance.limit(), wait)
                    .with(service.voice().allowance(allowance.limit(), 0, wait));
        }
        if (!credentials.good(service.credential(asked))) {
            return service.voice().unauthorized();
        }
        Answer answer;
        synchronized (service) {
            service.works().catchUp();
            answer = service.serve(asked);
        }
        return allowance.on()
                ? answer.with(service.voice().allowance(allowance.limit(), allowance.remaining(), allowance.reset()))
                : answer;
    }

    private Answer refuse(Asked asked, Fault fault) {
        return switch (fault.effect()) {
            case TOO_MANY_REQUESTS -> {
                double limit = Math.max(1, allowance.limit());
                yield service.voice()
                        .tooManyRequests(limit, fault.pause())
                        .with(fault.form().headers(service.voice(), limit, fault.pause(), asked.at()));
            }
            case UNAUTHORIZED -> service.voice().unauthorized();
            case REFUSED -> service.voice().refusal(Optional.empty());
            case REFUSED_BY_NAME -> service.voice().refusal(fault.holding());
            case BAD_GATEWAY_BEFORE -> gateway(502, "Bad Gateway");
            case GATEWAY_TIMEOUT_BEFORE -> gateway(504, "Gateway Time-out");
            case UNAVAILABLE -> service.voice().failing(503);
            default -> service.voice().failing(500);
        };
    }

    private Served spoil(Answer told, Effect effect) {
        return switch (effect) {
            case RESET_BEFORE, RESET_AFTER -> new Served(told, Served.Way.DROPPED);
            case CUT_SHORT -> new Served(told, Served.Way.CUT_SHORT);
            case ERROR_AFTER -> new Served(service.voice().failing(500));
            case BAD_GATEWAY_AFTER -> new Served(gateway(502, "Bad Gateway"));
            case GATEWAY_TIMEOUT_AFTER -> new Served(gateway(504, "Gateway Time-out"));
            case EMPTY_BODY -> new Served(told.saying(new byte[0]));
            case TRUNCATED_JSON -> new Served(told.saying(Arrays.copyOf(told.body(), told.body().length / 2)));
            case UNEXPECTED_JSON -> new Served(told.saying(UNEXPECTED));
            default -> new Served(told);
        };
    }

    private static Answer gateway(int status, String title) {
        String said = status + " " + title;
        return Answer.text(
                status,
                "text/html",
                "<html>\r\n<head><title>" + said + "</title></head>\r\n<body>\r\n<center><h1>" + said
                        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
    }
}
