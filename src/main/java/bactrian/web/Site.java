package bactrian.web;

import bactrian.ledger.LedgerUnavailable;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is offered over HTTP: lets a request in or not, and gives it to whoever answers it. */
public final class Site {
    /** For the history of a job. */
    private static final String WHO = "somebody over HTTP";

    private final Gate gate;
    private final Endpoints endpoints;
    private final PageAssets page = new PageAssets();

    /** What answers. */
    public record Endpoints(
            JobsEndpoint jobs,
            UploadEndpoint upload,
            ResultsEndpoint results,
            RetryEndpoint retry,
            CatalogueEndpoint catalogue,
            ConnectionsEndpoint connections,
            DeadLettersEndpoint deadLetters) {}

    public Site(Gate gate, Endpoints endpoints) {
        this.gate = gate;
        this.endpoints = endpoints;
    }

    /** The answer to any request; problems are answers, too. Security headers are in it. */
    public WebResponse answer(WebRequest request) {
        WebResponse answer = gate.refusal(request).orElseGet(() -> admitted(request));
        for (var header : Gate.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private WebResponse admitted(WebRequest request) {
        try {
            return find(request).orElseGet(() -> nothingThere(request));
        } catch (LedgerUnavailable away) {
            return ProblemDetail.of(503, "Service Unavailable", String.valueOf(away.getMessage()));
        } catch (IOException failed) {
            return ProblemDetail.of(
                    500, "Internal Server Error", "The document or its results could not be stored or read: " + failed);
        }
    }

    private Optional<WebResponse> find(WebRequest request) throws IOException {
        List<String> steps = new ArrayList<>(List.of(request.path().split("/", -1)));
        steps.remove(0);
        if (!steps.get(0).equals("api")) {
            return request.reads() ? Optional.of(outside(request)) : Optional.empty();
        }
        return switch (steps.size()) {
            case 2 -> collection(steps.get(1), request);
            case 3 ->
                steps.get(1).equals("jobs") && request.reads()
                        ? Optional.of(endpoints.jobs().show(steps.get(2)))
                        : Optional.empty();
            case 4 ->
                switch (steps.get(1)) {
                    case "jobs" -> ofJob(steps.get(2), steps.get(3), request);
                    case "connections" -> ofConnection(steps.get(2), steps.get(3), request);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private WebResponse outside(WebRequest request) {
        return request.path().equals("/health")
                ? WebResponse.json(200, JsonNodeFactory.instance.objectNode().put("status", "up"))
                : page.get(request.path());
    }

    private Optional<WebResponse> collection(String name, WebRequest request) throws IOException {
        if (!request.reads()) {
            return name.equals("jobs") ? Optional.of(endpoints.upload().post(request)) : Optional.empty();
        }
        return switch (name) {
            case "jobs" -> Optional.of(endpoints.jobs().list(request));
            case "operations" -> Optional.of(endpoints.catalogue().list());
            case "connections" -> Optional.of(endpoints.connections().list());
            case "dead-letters" -> Optional.of(endpoints.deadLetters().list());
            default -> Optional.empty();
        };
    }

    private Optional<WebResponse> ofJob(String id, String what, WebRequest request) throws IOException {
        if (request.reads()) {
            return switch (what) {
                case "results" -> Optional.of(endpoints.results().get(id, request));
                case "calls" -> Optional.of(endpoints.jobs().calls(id, request));
                case "events" -> Optional.of(endpoints.jobs().events(id));
                default -> Optional.empty();
            };
        }
        return switch (what) {
            case "approve" -> Optional.of(endpoints.jobs().act(id, JobsEndpoint.Deed.APPROVE, WHO));
            case "cancel" -> Optional.of(endpoints.jobs().act(id, JobsEndpoint.Deed.CANCEL, WHO));
            case "pause" -> Optional.of(endpoints.jobs().act(id, JobsEndpoint.Deed.PAUSE, WHO));
            case "resume" -> Optional.of(endpoints.jobs().act(id, JobsEndpoint.Deed.RESUME, WHO));
            case "retry" -> Optional.of(endpoints.retry().post(id));
            case "undo" ->
                Optional.of(ProblemDetail.of(501, "Not Implemented", "This version cannot undo what a job changed."));
            default -> Optional.empty();
        };
    }

    private Optional<WebResponse> ofConnection(String name, String what, WebRequest request) {
        if (request.reads()) {
            return Optional.empty();
        }
        return switch (what) {
            case "pause" -> Optional.of(endpoints.connections().pause(name, WHO));
            case "resume" -> Optional.of(endpoints.connections().resume(name));
            default -> Optional.empty();
        };
    }

    private static WebResponse nothingThere(WebRequest request) {
        return ProblemDetail.of(404, "Not Found", "There is no " + request.method() + " " + request.path() + ".");
    }
}
