package bactrian.web;

import bactrian.ledger.LedgerUnavailable;
import bactrian.proof.ComparedPlans;
import bactrian.proof.KeptPlans;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is offered over HTTP: lets a request in or not, and gives it to whoever answers it. */
public final class Site {
    private final Gate gate;
    private final List<Endpoint> endpoints;

    /** An endpoint whose path fits, and the request with the path's variables. */
    private record Match(Endpoint endpoint, WebRequest request) {}

    Site(Gate gate, List<Resource> resources) {
        List<Endpoint> all = new ArrayList<>(resources.stream()
                .flatMap(resource -> resource.endpoints().stream())
                .toList());
        OpenApi description = new OpenApi(all);
        all.addAll(description.endpoints());
        this.gate = gate;
        this.endpoints = List.copyOf(all);
    }

    /** As {@link #of(Parts, List, HealthCheck...)}, with nothing else that should be well. */
    public static Site of(Parts parts, HealthCheck... more) {
        return of(parts, List.of(), more);
    }

    /**
     * Everything that Bactrian offers. An endpoint more is a resource more in this list.
     *
     * @param further what else should be well, but does not stop the rest
     * @param more what must be well besides the ledger and the disk
     */
    public static Site of(Parts parts, List<HealthCheck> further, HealthCheck... more) {
        ComparedPlans plans = plans(parts);
        Gate gate = new Gate(
                parts.settings().http().token(), parts.settings().http().hosts());
        return new Site(
                gate,
                List.of(
                        new UploadResource(parts, plans),
                        new PlansResource(parts, plans),
                        new JobsResource(parts),
                        new ResultsResource(parts),
                        new RetryResource(parts),
                        new UndoResource(parts),
                        new VerifyResource(parts),
                        new ReportResource(parts),
                        new OperationsResource(parts.providers().catalogue()),
                        new ConnectionsResource(parts),
                        new SchedulesResource(parts),
                        new DeadLettersResource(parts.home().deadLetter()),
                        new HealthResource(parts, checks(parts, more), further),
                        new MetricsResource(parts),
                        new PageResource()));
    }

    private static ComparedPlans plans(Parts parts) {
        return new ComparedPlans(
                new KeptPlans(parts.home().plans()),
                parts.settings().node().name(),
                parts.comparing(),
                parts.providers().catalogue(),
                parts.settings().connections(),
                parts.clock());
    }

    private static List<HealthCheck> checks(Parts parts, HealthCheck... more) {
        List<HealthCheck> checks = new ArrayList<>(List.of(more));
        checks.add(0, HealthCheck.of(parts.ledger()));
        checks.add(1, HealthCheck.of(parts.home()));
        return checks;
    }

    /** In order of their listing. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** The answer to any request; problems are answers, too. Security headers are in it. */
    public WebResponse answer(WebRequest request) {
        return secured(find(request));
    }

    /** The answer to what is no request that can be taken apart. */
    public static WebResponse unreadable(String why) {
        return secured(ProblemDetail.of(400, why));
    }

    private static WebResponse secured(WebResponse plain) {
        WebResponse answer = plain;
        for (var header : Gate.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private WebResponse find(WebRequest request) {
        List<Match> there = endpoints.stream()
                .flatMap(endpoint -> endpoint.match(request).map(found -> new Match(endpoint, found)).stream())
                .toList();
        Optional<Match> wanted = there.stream()
                .filter(match -> match.endpoint().allows(request.method()))
                .findFirst();
        boolean open = wanted.map(match -> match.endpoint().open()).orElse(false);
        return gate.refusal(request, open)
                .orElseGet(() -> wanted.map(Site::admitted).orElseGet(() -> absent(request, there)));
    }

    private static WebResponse absent(WebRequest request, List<Match> there) {
        if (there.isEmpty()) {
            return ProblemDetail.of(
                    404,
                    "There is nothing at " + request.path() + ". The page is at /, and " + OpenApi.PATH
                            + " lists everything.");
        }
        String allowed = there.stream()
                .map(match -> match.endpoint().method())
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), methods -> String.join(", ", methods)));
        return ProblemDetail.of(405, request.path() + " can be asked with " + allowed + ".")
                .with("Allow", allowed);
    }

    private static WebResponse admitted(Match match) {
        Optional<WebResponse> unfit = MediaTypes.refusal(match.endpoint(), match.request())
                .or(() -> QueryCheck.refusal(match.endpoint(), match.request()));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        try {
            return match.endpoint().handler().answer(match.request());
        } catch (Refused refused) {
            return refused.problem();
        } catch (LedgerUnavailable away) {
            return ProblemDetail.of(503, String.valueOf(away.getMessage()));
        } catch (IOException failed) {
            return ProblemDetail.of(500, "A document or its results could not be stored or read: " + failed);
        }
    }
}
