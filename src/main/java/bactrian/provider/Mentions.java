package bactrian.provider;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which targets of a call an error text quotes. Looks for whole ids only, whatever language the text is in. */
public final class Mentions {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

    private Mentions() {}

    /**
     * @param canonical brings a word of the text to the spelling of the targets
     * @return places of the targets quoted, from 0
     */
    public static Set<Integer> in(String text, List<String> targets, UnaryOperator<String> canonical) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < targets.size(); place++) {
            places.put(targets.get(place), place);
        }
        Set<Integer> quoted = new TreeSet<>();
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(canonical)
                .filter(places::containsKey)
                .forEach(word -> quoted.add(places.get(word)));
        return quoted;
    }
}
