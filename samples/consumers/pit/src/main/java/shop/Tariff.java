package shop;

/** What a parcel costs: the code that PIT mutates. */
public final class Tariff {
    private Tariff() {}

    public static int of(int kilos) {
        return kilos > 20 ? 9 : 4;
    }
}
