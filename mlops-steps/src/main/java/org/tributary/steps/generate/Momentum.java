package org.tributary.steps.generate;

/** Energy and momentum of a particle or of several together, as colliders measure them. */
record Momentum(double energy, double x, double y, double z) {

    /** A particle without a mass of its own. */
    static Momentum of(double transverse, double pseudorapidity, double azimuth) {
        return new Momentum(
                transverse * StrictMath.cosh(pseudorapidity),
                transverse * StrictMath.cos(azimuth),
                transverse * StrictMath.sin(azimuth),
                transverse * StrictMath.sinh(pseudorapidity));
    }

    Momentum plus(Momentum other) {
        return new Momentum(energy + other.energy, x + other.x, y + other.y, z + other.z);
    }

    /** What both would weigh if they were one particle; 0 where rounding makes it imaginary. */
    double mass() {
        return Math.sqrt(Math.max(0, energy * energy - x * x - y * y - z * z));
    }
}
