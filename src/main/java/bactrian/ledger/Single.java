package bactrian.ledger;

import java.util.ArrayList;
import java.util.List;

/** Work that is like no other. */
final class Single<T> implements Batch<Work<T>, T> {

    @Override
    public List<T> run(Pen pen, List<Work<T>> works) {
        List<T> results = new ArrayList<>();
        works.forEach(work -> results.add(work.in(pen.handle())));
        return results;
    }
}
