package org.tributary.steps.model;

import com.oracle.labs.mlrg.olcut.config.protobuf.protos.ObjectProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.RootProvenanceProto;
import com.oracle.labs.mlrg.olcut.config.protobuf.protos.SimpleProvenanceProto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The provenance inside a Tribuo model without what varies from one training to the next: times become the start of 1970, the
 * version of Java and the system become empty, and the names of its parts no longer depend on the locale.
 */
final class CanonicalProvenance {

    private static final String DATE = "com.oracle.labs.mlrg.olcut.provenance.primitives.DateTimeProvenance";
    private static final String NEVER = "1970-01-01T00:00Z";
    private static final Set<String> MACHINE = Set.of("java-version", "os-name", "os-arch");

    private CanonicalProvenance() {}

    static RootProvenanceProto of(RootProvenanceProto root) {
        Map<String, String> names = names(root.getOmpList());
        RootProvenanceProto.Builder canonical = root.toBuilder();
        for (ObjectProvenanceProto.Builder object : canonical.getOmpBuilderList()) {
            object.setObjectName(names.getOrDefault(object.getObjectName(), ""));
        }
        for (SimpleProvenanceProto.Builder simple : canonical.getSmpBuilderList()) {
            simple.setValue(value(simple, names));
        }
        return canonical.build();
    }

    /** OLCUT gives the same names, but in the lower case of the default locale. */
    private static Map<String, String> names(List<ObjectProvenanceProto> objects) {
        Map<String, String> names = new HashMap<>();
        for (ObjectProvenanceProto object : objects) {
            String type = object.getObjectClassName();
            String simple = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            names.put(object.getObjectName(), simple + "-" + names.size());
        }
        return names;
    }

    private static String value(SimpleProvenanceProto.Builder simple, Map<String, String> names) {
        if (simple.getIsReference()) {
            return names.getOrDefault(simple.getValue(), simple.getValue());
        }
        if (simple.getProvenanceClassName().equals(DATE)) {
            return NEVER;
        }
        return MACHINE.contains(simple.getKey()) ? "" : simple.getValue();
    }
}
