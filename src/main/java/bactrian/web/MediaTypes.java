package bactrian.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether what a request brings and wants fits an endpoint. */
final class MediaTypes {
    private static final List<String> OF_NO_BODY = List.of(WebResponse.JSON);

    private MediaTypes() {}

    /** 415, 406, or nothing. */
    static Optional<WebResponse> refusal(Endpoint endpoint, WebRequest request) {
        Optional<String> brought = request.header("Content-Type").map(MediaTypes::bare);
        List<String> taken = endpoint.takes().isEmpty() ? OF_NO_BODY : endpoint.takes();
        boolean lacking = brought.isEmpty() && !endpoint.takes().isEmpty();
        boolean other = brought.isPresent() && !taken.contains(brought.get());
        if (!request.reads() && (lacking || other)) {
            return Optional.of(ProblemDetail.of(
                    415, "Send " + String.join(", ", taken) + " as Content-Type, or none without a body."));
        }
        Optional<String> packed =
                request.header("Content-Encoding").filter(coding -> !coding.equalsIgnoreCase("identity"));
        if (!request.reads() && packed.isPresent()) {
            return Optional.of(ProblemDetail.of(415, "Send the body as it is, without Content-Encoding."));
        }
        List<String> given = endpoint.gives();
        if (!given.isEmpty() && given.stream().noneMatch(type -> accepts(request, type))) {
            return Optional.of(ProblemDetail.of(406, "This is given as " + String.join(", ", given) + "."));
        }
        return Optional.empty();
    }

    /** The first of some media types that the request prefers; the first of all where it has no preference. */
    static Optional<String> preferred(WebRequest request, List<String> given) {
        return given.stream()
                .filter(type -> accepts(request, type))
                .reduce((one, other) -> quality(request, other) > quality(request, one) ? other : one);
    }

    private static boolean accepts(WebRequest request, String type) {
        return quality(request, type) > 0;
    }

    /** How much somebody likes a type, from 0 to 1; the most exact range says it. */
    private static double quality(WebRequest request, String type) {
        String accept = request.header("Accept").orElse("*/*");
        String wanted = bare(type);
        int exactness = -1;
        double quality = 0;
        for (String range : accept.split(",")) {
            int here = exactness(bare(range), wanted);
            if (here > exactness) {
                exactness = here;
                quality = weight(range);
            }
        }
        return quality;
    }

    private static int exactness(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double weight(String range) {
        for (String parameter : range.split(";")) {
            String text = parameter.strip();
            if (text.matches("[qQ]=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(text.substring(2));
            }
        }
        return 1;
    }

    /** A media type without its parameters, in lower case. */
    static String bare(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
