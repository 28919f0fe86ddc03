package bactrian.ledger;

/** A call is no longer claimed: it was settled already, or this node was silent for so long that another has taken it. */
public final class ClaimLost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ClaimLost(Claim claim) {
        super("call " + claim.call().number() + " of job " + claim.call().job() + " is not claimed");
    }
}
