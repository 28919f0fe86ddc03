package bactrian.operation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the id of a target is written at a provider.
 *
 * @param pattern the whole id matches it
 * @param example shown in templates and hints
 * @param letters whether letter case matters; where it does not, ids are brought to one case so that two spellings of
 *     one target are seen to be one
 */
public record TargetForm(Pattern pattern, String example, Letters letters) {

    /** What letter case means in an id. */
    public enum Letters {
        MATTER,
        LOWER,
        UPPER
    }

    public static TargetForm of(String pattern, String example, Letters letters) {
        return new TargetForm(Pattern.compile(pattern), example, letters);
    }

    /** The one spelling of this id that is compared, stored and sent. */
    public String canonical(String id) {
        String trimmed = id.strip();
        return switch (letters) {
            case MATTER -> trimmed;
            case LOWER -> trimmed.toLowerCase(Locale.ROOT);
            case UPPER -> trimmed.toUpperCase(Locale.ROOT);
        };
    }

    public boolean fits(String canonicalId) {
        return pattern.matcher(canonicalId).matches();
    }
}
