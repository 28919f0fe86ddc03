package bactrian.cli;

import bactrian.ledger.DraftCall;
import bactrian.ledger.PlanSink;
import bactrian.operation.Call;
import bactrian.operation.Change;
import bactrian.operation.Connection;
import bactrian.operation.Connections;
import bactrian.outcome.Outcome;
import bactrian.provider.Provider;
import bactrian.provider.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Turns the calls of a plan into the requests they will be. */
final class CallsShown implements PlanSink {

    private final Providers providers;
    private final Connections connections;
    private final Consumer<ShownCall> reader;
    private final List<Change> changes = new ArrayList<>();

    CallsShown(Providers providers, Connections connections, Consumer<ShownCall> reader) {
        this.providers = providers;
        this.connections = connections;
        this.reader = reader;
    }

    @Override
    public int change(Change change) {
        changes.add(change);
        return changes.size() - 1;
    }

    @Override
    public void call(DraftCall draft) {
        Change change = changes.get(draft.change());
        Connection connection = connections.find(change.connection()).orElseThrow();
        Provider provider = providers.find(change.provider()).orElseThrow();
        reader.accept(ShownCall.of(new Call("plan", draft.number(), change, draft.targets(), 0), connection, provider));
    }

    @Override
    public void unsent(long ordinal, Outcome outcome) {}
}
