package acme;

/** What counts as a slip of the pen. */
final class Rules {

    private Rules() {}

    /** In gram. */
    static double heaviest() {
        return 10_000;
    }
}
