package bactrian.simulator.yandextracker;

import bactrian.simulator.wire.Answer;
import bactrian.simulator.wire.Asked;
import bactrian.simulator.wire.Journal;
import bactrian.simulator.wire.Json;
import bactrian.simulator.wire.Service;
import bactrian.simulator.wire.Voice;
import bactrian.simulator.wire.Works;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Yandex Tracker: bulk changes, reading issues, and who asks, under {@code /v2} and {@code /v3} alike.
 *
 * <p>The world is open. Every well-formed key is an issue, except those of queue {@code MISSING}; issues of queue
 * {@code LOCKED} fail every edit one by one; a field or a value of a reference field that begins with {@code missing}
 * does not exist. A moved issue gets a key from {@code QUEUE-1000001} on and answers to its old one too. What a query can
 * find is what was seeded or changed before: seeds are {@code {"issues": {"<key>": {…}}}}.
 */
public final class YandexTrackerService implements Service {

    private static final Pattern PATH = Pattern.compile("/(v[23])/(bulkchange|issues)/([^/]+)(/issues)?/?");
    private static final Pattern FIELDS = Pattern.compile("/(v[23])/fields/?");
    private static final Pattern MYSELF = Pattern.compile("/(v[23])/myself/?");
    private static final URI HERE = URI.create("/v3");

    private final TrackerVoice voice = new TrackerVoice();
    private final Works works;
    private final Journal journal;
    private final Issues issues;
    private final BulkChanges changes;
    private final Search search;

    /**
     * An untouched world.
     *
     * @param graceLooks how often a fresh bulk change answers 404 before it is found
     */
    public YandexTrackerService(Works works, Journal journal, int graceLooks) {
        this.works = works;
        this.journal = journal;
        this.issues = new Issues(journal);
        this.changes = new BulkChanges(works, issues, graceLooks);
        this.search = new Search(issues);
    }

    @Override
    public String provider() {
        return "yandex-tracker";
    }

    @Override
    public String base() {
        return "/v3";
    }

    @Override
    public Optional<String> credential(Asked asked) {
        String given = asked.header("authorization").orElse("");
        return given.startsWith("OAuth ") || given.startsWith("Bearer ")
                ? Optional.of(given.substring(given.indexOf(' ') + 1))
                : Optional.empty();
    }

    @Override
    public Answer serve(Asked asked) {
        if (!organized(asked)) {
            return TrackerVoice.error(403, "Организация не доступна, не существует или нет прав доступа.");
        }
        Matcher fields = FIELDS.matcher(asked.path());
        if (fields.matches()) {
            return Answer.json(200, FieldList.json(URI.create(asked.server() + "/" + fields.group(1))));
        }
        if (MYSELF.matcher(asked.path()).matches() && asked.method().equals("GET")) {
            return Answer.json(200, Json.object().put("uid", 1).put("login", "simulated"));
        }
        Matcher path = PATH.matcher(asked.path());
        if (!path.matches()) {
            return TrackerVoice.notFound("Ресурс");
        }
        URI base = URI.create(asked.server() + "/" + path.group(1));
        return path.group(2).equals("issues")
                ? issues(asked, base, path.group(3))
                : bulk(asked, base, path.group(3), path.group(4) != null);
    }

    private Answer bulk(Asked asked, URI base, String name, boolean failures) {
        if (asked.method().equals("GET")) {
            return failures ? changes.failures(base, name) : changes.get(base, name);
        }
        Optional<BulkChangeForm> form = BulkChangeForm.of(name);
        if (!asked.method().equals("POST") || form.isEmpty()) {
            return TrackerVoice.error(405, "Метод не поддерживается.");
        }
        return read(asked, body -> changes.create(asked, base, form.get(), body));
    }

    private Answer issues(Asked asked, URI base, String name) {
        return switch (asked.method() + " " + name) {
            case "POST _search" -> read(asked, body -> search.search(asked, base, body));
            case "POST _count" -> read(asked, search::count);
            default ->
                asked.method().equals("GET")
                        ? search.get(base, name)
                        : TrackerVoice.error(405, "Метод не поддерживается.");
        };
    }

    /** The official client sends {@code X-Org-Id: not provided} beside the cloud header. */
    private static boolean organized(Asked asked) {
        return asked.header("x-org-id")
                .filter(id -> !id.equals("not provided"))
                .or(() -> asked.header("x-cloud-org-id").filter(id -> !id.equals("not provided")))
                .isPresent();
    }

    @Override
    public Voice voice() {
        return voice;
    }

    @Override
    public Optional<ObjectNode> state(String id) {
        return issues.get(id).map(issue -> issues.json(HERE, issues.present(id), issue));
    }

    @Override
    public void seed(JsonNode things) {
        things.path("issues").properties().forEach(issue -> issues.seed(issue.getKey(), issue.getValue()));
    }

    @Override
    public Works works() {
        return works;
    }

    @Override
    public Journal journal() {
        return journal;
    }
}
