package bactrian.web;

import java.util.List;

/** Endpoints that belong together. {@link Site#of} lists all of them. */
public interface Resource {

    /** Always the same. */
    List<Endpoint> endpoints();
}
