package io.github.asltestkit.internal.shape;

/**
 * What keeps the pass linear in the size of the definition: behind each bound less is known, and what is not known is never
 * told of.
 */
final class Bounds {
    /** How deep a shape may be. */
    static final int DEPTH = 100;

    /** Of how many parts a shape may consist. */
    static final int PARTS = 10_000;

    /** How many fields of an object, and how many variables, are known by name. */
    static final int NAMES = 256;

    /** Longer arrays are known by what all their elements have in common. */
    static final int ELEMENTS = 64;

    /** How many ways into a state are looked at one by one. */
    static final int WAYS = 8;

    /** How often the input of a state may change before what changes is given up. */
    static final int CHANGES = 3;

    /** How often it may change at all. */
    static final int MOST_CHANGES = 6;

    /** How many states the ways of all flaws may have together: whoever has more will look again when those are mended. */
    static final int WAY_STATES = 20_000;

    /** How many steps behind its root an origin may be. */
    static final int ORIGIN_STEPS = 16;

    /** From how many places a value may come. */
    static final int ORIGINS = 4;

    private Bounds() {}
}
