package bactrian.simulator.close;

import bactrian.simulator.wire.Shelf;
import bactrian.simulator.wire.Values;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which objects a bulk edit is about: what its {@code s_query} selects, and of leads the objects of the edited kind. */
final class Selection {

    private final Shelf objects;

    Selection(Shelf objects) {
        this.objects = objects;
    }

    List<String> targets(JsonNode edit) throws QueryRefused {
        ObjectQuery query = ObjectQuery.of(edit.path("s_query"));
        List<String> selected = selected(query, edit);
        String kind = BulkEditForm.objectType(edit.path("type").asText()).orElse(query.type());
        if (kind.equals(query.type())) {
            return selected;
        }
        if (!query.type().equals("lead")) {
            throw new QueryRefused(edit.path("type").asText() + " cannot edit objects of type " + query.type());
        }
        Set<String> leads = Set.copyOf(selected);
        return objects.known()
                .filter(object -> object.getValue().text("object_type").equals(kind)
                        && leads.contains(object.getValue().text("lead_id")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> selected(ObjectQuery query, JsonNode edit) throws QueryRefused {
        Set<String> listed = objects.known().map(Map.Entry::getKey).collect(Collectors.toSet());
        Stream<Map.Entry<String, Values>> named = query.ids().stream()
                .filter(id -> !listed.contains(id))
                .flatMap(id -> objects.get(id).stream().map(values -> Map.entry(id, values)));
        Stream<Map.Entry<String, Values>> matching =
                Stream.concat(objects.known(), named).filter(query::matches);
        JsonNode limit = edit.path("results_limit");
        return matching.sorted(order(edit.path("sort")))
                .limit(limit.isIntegralNumber() ? limit.asLong() : Long.MAX_VALUE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Comparator<Map.Entry<String, Values>> order(JsonNode sort) throws QueryRefused {
        Optional<Comparator<Map.Entry<String, Values>>> order = Optional.empty();
        for (JsonNode by : sort) {
            String field = ObjectQuery.field(by.path("field"));
            Comparator<Map.Entry<String, Values>> next =
                    Comparator.comparing(object -> object.getValue().text(field));
            Comparator<Map.Entry<String, Values>> directed =
                    by.path("direction").asText().equals("desc") ? next.reversed() : next;
            order = Optional.of(
                    order.map(before -> before.thenComparing(directed)).orElse(directed));
        }
        return order.orElse((one, other) -> 0);
    }
}
