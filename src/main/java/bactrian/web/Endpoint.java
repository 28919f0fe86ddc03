package bactrian.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that can be asked for over HTTP: who answers, and what the API's description says of it.
 *
 * @param path with variables in braces, for example {@code /api/jobs/{id}}
 * @param summary one line for people
 * @param query the parameters that it heeds
 * @param takes media types of the request's body; empty where it has none
 * @param answers what a success looks like
 * @param open whether it may be asked for without the token, because it shows nothing of anybody's data
 */
public record Endpoint(
        String method,
        String path,
        String summary,
        List<Parameter> query,
        List<String> takes,
        List<Answer> answers,
        boolean open,
        Handler handler) {

    /** A parameter of the query. @param flag whether it is {@code true} or {@code false} @param what for people */
    public record Parameter(String name, boolean flag, String what) {}

    /** What comes back. @param what for people */
    public record Answer(int status, String what, List<String> mediaTypes) {}

    /** Answers requests whose path, method, token and media types fit. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @throws Refused when the request cannot be granted
         * @throws IOException when files of the home cannot be read or written
         */
        WebResponse answer(WebRequest request) throws Refused, IOException;
    }

    public Endpoint {
        query = List.copyOf(query);
        takes = List.copyOf(takes);
        answers = List.copyOf(answers);
    }

    public static Endpoint get(String path, String summary, Handler handler) {
        return new Endpoint("GET", path, summary, List.of(), List.of(), List.of(), false, handler);
    }

    public static Endpoint post(String path, String summary, Handler handler) {
        return new Endpoint("POST", path, summary, List.of(), List.of(), List.of(), false, handler);
    }

    /** This endpoint with one more query parameter. */
    public Endpoint query(String name, String what) {
        return query(new Parameter(name, false, what));
    }

    /** This endpoint with one more query parameter. @param what it means when it is {@code true} */
    public Endpoint flag(String name, String what) {
        return query(new Parameter(name, true, "true: " + what));
    }

    private Endpoint query(Parameter one) {
        return new Endpoint(method, path, summary, more(query, one), takes, answers, open, handler);
    }

    /** This endpoint with a body. */
    public Endpoint takes(String... mediaTypes) {
        return new Endpoint(method, path, summary, query, List.of(mediaTypes), answers, open, handler);
    }

    /** This endpoint with one more answer. @param mediaTypes JSON where none is given */
    public Endpoint answers(int status, String what, String... mediaTypes) {
        Answer answer =
                new Answer(status, what, mediaTypes.length == 0 ? List.of(WebResponse.JSON) : List.of(mediaTypes));
        return new Endpoint(method, path, summary, query, takes, more(answers, answer), open, handler);
    }

    /** This endpoint, open to everybody. */
    public Endpoint openToAll() {
        return new Endpoint(method, path, summary, query, takes, answers, true, handler);
    }

    /** The request with the path's variables, where the path fits. */
    Optional<WebRequest> match(WebRequest request) {
        return new PathTemplate(path).match(request.path()).map(request::at);
    }

    /** Whether a request may use this method; {@code HEAD} is answered as {@code GET} is. */
    boolean allows(String asked) {
        return method.equals(asked.equals("HEAD") ? "GET" : asked);
    }

    List<String> gives() {
        return answers.stream()
                .flatMap(answer -> answer.mediaTypes().stream())
                .distinct()
                .toList();
    }

    private static <T> List<T> more(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
