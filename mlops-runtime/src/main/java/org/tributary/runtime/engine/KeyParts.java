package org.tributary.runtime.engine;

import java.util.List;
import java.util.Map;
import org.tributary.runtime.key.CanonicalBytes;

/**
 * What a step's key is made of, kept beside the result so that a later miss can say what changed.
 *
 * @param stepClass the name of the step's class
 * @param classes digest of each own class it reaches
 * @param libraries version of each library it reaches
 * @param settings readable value of each setting
 * @param settingDigests digest of each setting's value
 * @param codeDigest digest over all code
 * @param settingsDigest digest over all settings
 * @param form how the value is stored
 * @param inputs identity of each input by the name of its node, in order
 * @param data digest of each file or version text by its name
 * @param keyParts the texts of the step's options
 */
record KeyParts(
        String stepClass,
        Map<String, String> classes,
        Map<String, String> libraries,
        Map<String, String> settings,
        Map<String, String> settingDigests,
        String codeDigest,
        String settingsDigest,
        String form,
        List<NamedDigest> inputs,
        List<NamedDigest> data,
        List<String> keyParts) {

    /** The digest of an input or file, with the name to show for it. */
    record NamedDigest(String name, String digest) {}

    /** The key: names of nodes and files are left out, so that renaming and moving change nothing. */
    String key() {
        CanonicalBytes bytes = new CanonicalBytes().text("key/1").text(stepClass);
        bytes.text(codeDigest).text(settingsDigest).text(form);
        bytes.texts(inputs.stream().map(NamedDigest::digest).toList());
        bytes.texts(data.stream().map(NamedDigest::digest).toList());
        return bytes.texts(keyParts).digest();
    }
}
