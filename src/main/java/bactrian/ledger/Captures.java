package bactrian.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Values of targets before a call was sent, packed by pages. Parts of a divided call share those of the planned one. */
final class Captures {
    private static final String ROOT = "(select c.root from call c where c.job = j.number and c.number = :call)";

    private Captures() {}

    static byte[] pack(Map<String, ObjectNode> values) {
        PackWriter pack = new PackWriter();
        values.forEach((target, value) -> pack.text(target).text(Json.write(value)));
        return Deflated.of(pack.toBytes());
    }

    static void write(Handle handle, Claim claim, Origin origin, int page, byte[] content) {
        handle.createUpdate("insert into captured (job, call, origin, page, content) select j.number, " + ROOT
                        + ", :origin, :page, :content from job j where j.id = :job"
                        + " on conflict (job, call, origin, page) do update set content = excluded.content")
                .bind("job", claim.call().job())
                .bind("call", claim.call().number())
                .bind("origin", origin.word())
                .bind("page", page)
                .bind("content", content)
                .execute();
    }

    static Map<String, ObjectNode> read(Handle handle, String job, int call, Origin origin) {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        handle.createQuery("select p.content from job j join captured p on p.job = j.number and p.call = " + ROOT
                        + " and p.origin = :origin where j.id = :job order by p.page")
                .bind("job", job)
                .bind("call", call)
                .bind("origin", origin.word())
                .mapTo(byte[].class)
                .list()
                .forEach(content -> unpack(content, all));
        return all;
    }

    private static void unpack(byte[] content, Map<String, ObjectNode> into) {
        PackReader pack = new PackReader(Deflated.back(content));
        while (!pack.atEnd()) {
            String target = pack.text();
            into.put(target, Json.object(pack.text()));
        }
    }
}
