package org.tributary.steps.generate;

/** One collision: a lepton, missing energy, and four jets whose pairs weigh more or less alike in signal and background. */
final class CollisionEvent {
    private static final int JETS = 4;
    /** Where the features of the first jet stand, after three of the lepton and two of the missing energy. */
    private static final int FIRST_JET = 5;

    private static final int FEATURES_OF_A_JET = 4;
    private static final int FIRST_MASS = FIRST_JET + JETS * FEATURES_OF_A_JET;

    private final Draws draws;
    private final double[] features;

    CollisionEvent(Draws draws, double[] features) {
        this.draws = draws;
        this.features = features;
    }

    /** Draws the event, and puts its features into the array. */
    void draw(boolean signal) {
        drawLepton();
        drawPair(0, signal ? logNormal(0.2, 0.2) : logNormal(0, 0.6));
        drawPair(2, signal ? logNormal(0, 0.25) : logNormal(0.1, 0.4));
        addMasses();
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) features[i];
        }
    }

    private double logNormal(double mean, double deviation) {
        return StrictMath.exp(mean + deviation * draws.gaussian());
    }

    private void drawLepton() {
        features[0] = transverse();
        features[1] = draws.gaussian();
        features[2] = azimuth();
        features[3] = transverse();
        features[4] = azimuth();
    }

    private double transverse() {
        return 0.3 + 0.7 * draws.exponential();
    }

    private double azimuth() {
        return draws.between(-Math.PI, Math.PI);
    }

    /** Two jets that fly apart, made as hard as the mass of the pair wants. */
    private void drawPair(int first, double mass) {
        drawJet(first, azimuth());
        double away = features[at(first) + 2] + draws.between(Math.PI / 2, 3 * Math.PI / 2);
        drawJet(first + 1, away > Math.PI ? away - 2 * Math.PI : away);
        double scale = mass / jet(first).plus(jet(first + 1)).mass();
        features[at(first)] *= scale;
        features[at(first + 1)] *= scale;
    }

    private void drawJet(int jet, double azimuth) {
        features[at(jet)] = transverse();
        features[at(jet) + 1] = draws.gaussian();
        features[at(jet) + 2] = azimuth;
        boolean likely = draws.uniform() < (jet < 2 ? 0.7 : 0.1);
        features[at(jet) + 3] = likely ? 1 + draws.below(2) : 0;
    }

    private static int at(int jet) {
        return FIRST_JET + jet * FEATURES_OF_A_JET;
    }

    private Momentum jet(int jet) {
        return Momentum.of(features[at(jet)], features[at(jet) + 1], features[at(jet) + 2]);
    }

    private void addMasses() {
        Momentum lepton = Momentum.of(features[0], features[1], features[2]);
        Momentum leptons = lepton.plus(Momentum.of(features[3], 0, features[4]));
        Momentum heavy = jet(0).plus(jet(1));
        Momentum light = jet(2).plus(jet(3));
        Momentum[] together = {
            light,
            light.plus(jet(1)),
            leptons,
            leptons.plus(jet(0)),
            heavy,
            heavy.plus(leptons),
            heavy.plus(leptons).plus(light)
        };
        for (int i = 0; i < together.length; i++) {
            features[FIRST_MASS + i] = together[i].mass();
        }
    }
}
