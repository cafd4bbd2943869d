package io.github.asltestkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state machine with its revision of today, its versions, its aliases and its tags. */
final class RegisteredMachine {

    /** A published revision. */
    record Version(int number, String arn, @Nullable String description, Revision revision, long createdMillis) {}

    /** A name for one or two versions, with their weights. */
    record Alias(
            String name,
            String arn,
            @Nullable String description,
            JsonNode routing,
            long createdMillis,
            long updatedMillis) {}

    private final String arn;
    private final String name;
    private final boolean express;
    private final long createdMillis;
    private final List<Version> versions = new ArrayList<>();
    private final Map<String, Alias> aliases = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();

    private Revision revision;
    private int revisions;
    private int published;
    private boolean publishedAtOnce;

    RegisteredMachine(String arn, String name, boolean express, Revision revision) {
        this.arn = arn;
        this.name = name;
        this.express = express;
        this.createdMillis = revision.sinceMillis();
        this.revision = revision;
    }

    String arn() {
        return arn;
    }

    String name() {
        return name;
    }

    boolean express() {
        return express;
    }

    long createdMillis() {
        return createdMillis;
    }

    Revision revision() {
        return revision;
    }

    /** How many revisions there have been since the first. */
    int revisions() {
        return revisions;
    }

    void revise(Revision next) {
        revision = next;
        revisions++;
    }

    /** The version of the revision of today: a new one, unless it has been published already. */
    Version publish(@Nullable String description, long millis) {
        for (Version version : versions) {
            if (version.revision().equals(revision)) {
                return version;
            }
        }
        int number = ++published;
        Version version = new Version(number, arn + ":" + number, description, revision, millis);
        versions.add(version);
        return version;
    }

    /** The state machine was made and published with one call. */
    void publishedAtOnce() {
        publishedAtOnce = true;
    }

    boolean wasPublishedAtOnce() {
        return publishedAtOnce;
    }

    /** The versions, oldest first. */
    List<Version> versions() {
        return versions;
    }

    /** The aliases by their names, oldest first. */
    Map<String, Alias> aliases() {
        return aliases;
    }

    Map<String, String> tags() {
        return tags;
    }

    @Nullable
    Version version(String qualifier) {
        for (Version version : versions) {
            if (String.valueOf(version.number()).equals(qualifier)) {
                return version;
            }
        }
        return null;
    }
}
