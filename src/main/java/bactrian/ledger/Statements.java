package bactrian.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.TemplateEngine;

/**
 * Reads the parameters of this house's statements, {@code ?} and {@code :name}. JDBI's own reader understands comments and
 * templates, too, for which it brings a parser generator to life: a tenth of a second of each start.
 */
final class Statements implements SqlParser {
    private static final Pattern LITERAL_OR_PARAMETER = Pattern.compile("'[^']*'|\\?|:(?<name>[A-Za-z]\\w*)");

    /** All texts are written in this room, none is made of data, so there are few. */
    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    static Jdbi of(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(SqlStatements.class).setSqlParser(new Statements()).setTemplateEngine(TemplateEngine.NOP);
        return jdbi;
    }

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return parsed.computeIfAbsent(sql, Statements::parse);
    }

    private static ParsedSql parse(String sql) {
        ParsedSql.Builder statement = ParsedSql.builder();
        Matcher found = LITERAL_OR_PARAMETER.matcher(sql);
        int from = 0;
        while (found.find()) {
            if (sql.charAt(found.start()) == '\'') {
                continue;
            }
            statement.append(sql.substring(from, found.start()));
            if (found.group("name") == null) {
                statement.appendPositionalParameter();
            } else {
                statement.appendNamedParameter(found.group("name"));
            }
            from = found.end();
        }
        return statement.append(sql.substring(from)).build();
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        return ":" + name;
    }
}
