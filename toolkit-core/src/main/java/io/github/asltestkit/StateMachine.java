package io.github.asltestkit;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;
import static org.apiguardian.api.API.Status.MAINTAINED;

import io.github.asltestkit.definition.Definition;
import io.github.asltestkit.definition.DefinitionOptions;
import io.github.asltestkit.definition.InvalidDefinitionException;
import io.github.asltestkit.definition.StateMachineSettings;
import io.github.asltestkit.diagnostic.Diagnostic;
import io.github.asltestkit.diagnostic.DiagnosticFormat;
import io.github.asltestkit.integration.StepFunctionsException;
import io.github.asltestkit.internal.execution.Machine;
import io.github.asltestkit.internal.execution.Names;
import io.github.asltestkit.internal.program.Program;
import io.github.asltestkit.internal.program.ProgramCompiler;
import io.github.asltestkit.internal.validate.ValidationOptions;
import io.github.asltestkit.internal.validate.Validator;
import io.github.asltestkit.mock.ServiceModels;
import io.github.asltestkit.mutation.Mutants;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine whose definition is valid. Immutable: one may be shared by any number of harnesses, tests and threads.
 */
@API(status = MAINTAINED, since = "0.1")
public final class StateMachine {
    private final String name;
    private final StateMachineType type;
    private final StateMachineSettings settings;
    private final @Nullable String region;
    private final Definition definition;
    private final List<Diagnostic> diagnostics;
    private final Program program;
    private final ServiceModels serviceModels;

    StateMachine(
            String name,
            StateMachineType type,
            StateMachineSettings settings,
            @Nullable String region,
            Definition definition,
            List<Diagnostic> diagnostics,
            Program program) {
        this(name, type, settings, region, definition, diagnostics, program, ServiceModels.onClassPath());
    }

    private StateMachine(
            String name,
            StateMachineType type,
            StateMachineSettings settings,
            @Nullable String region,
            Definition definition,
            List<Diagnostic> diagnostics,
            Program program,
            ServiceModels serviceModels) {
        this.name = name;
        this.type = type;
        this.settings = settings;
        this.region = region;
        this.definition = definition;
        this.diagnostics = List.copyOf(diagnostics);
        this.program = program;
        this.serviceModels = serviceModels;
    }

    /**
     * Loads a definition.
     *
     * @param resource a class-path resource, or a file where there is no such resource
     * @throws io.github.asltestkit.definition.InvalidDefinitionException with all its problems, if it cannot be run, or
     *     if there is no such resource or file
     */
    public static StateMachine load(String resource) {
        return load(resource, DefinitionOptions.defaults());
    }

    /**
     * Loads a definition, or one of those in a SAM, CloudFormation, CDK, Serverless Framework or Terraform file.
     *
     * @param resource a class-path resource, or a file where there is no such resource
     * @param options the logical id, where the file holds several state machines, and the values of placeholders; files
     *     that a template names are looked for beside it
     * @throws io.github.asltestkit.definition.InvalidDefinitionException with all its problems, if it cannot be run, or
     *     if there is no such resource or file
     */
    public static StateMachine load(String resource, DefinitionOptions options) {
        return StateMachineLoader.load(resource, options);
    }

    /**
     * Reads a definition.
     *
     * @param sourceName what the text is called in messages, such as a file's name
     * @param text the definition
     * @throws io.github.asltestkit.definition.InvalidDefinitionException with all its problems, if it cannot be run
     */
    public static StateMachine parse(String sourceName, String text) {
        return parse(sourceName, text, DefinitionOptions.defaults());
    }

    /**
     * Reads a definition, or one of those in a template.
     *
     * @param sourceName what the text is called in messages, such as a file's name
     * @param text the definition or template
     * @param options the logical id, the values of placeholders, and the files that a template names
     * @throws io.github.asltestkit.definition.InvalidDefinitionException with all its problems, if it cannot be run
     */
    public static StateMachine parse(String sourceName, String text, DefinitionOptions options) {
        return StateMachineLoader.parse(sourceName, text, options);
    }

    /**
     * All errors and warnings of a definition. Never throws because of the file's content.
     *
     * @param resource a class-path resource, or a file where there is no such resource
     */
    public static ValidationResult validate(String resource) {
        return validate(resource, DefinitionOptions.defaults());
    }

    /**
     * All errors and warnings of a definition, or of one in a template. Never throws because of the file's content.
     *
     * @param resource a class-path resource, or a file where there is no such resource
     * @param options the logical id, the values of placeholders, the warnings that are not wanted
     */
    public static ValidationResult validate(String resource, DefinitionOptions options) {
        return StateMachineLoader.validate(resource, options);
    }

    /**
     * The logical ids of the state machines in a template, in its order; none where the file is itself a definition.
     *
     * @param resource a class-path resource, or a file where there is no such resource
     * @throws io.github.asltestkit.definition.InvalidDefinitionException if there is no such resource or file
     */
    public static List<String> logicalIds(String resource) {
        return StateMachineLoader.logicalIds(resource);
    }

    /** The machine's name: letters, digits, {@code -} and {@code _}, made from the name of its source. */
    public String name() {
        return name;
    }

    /** Whether it is a STANDARD or an EXPRESS workflow. */
    public StateMachineType type() {
        return type;
    }

    /** What a template says of tracing and logging. */
    public StateMachineSettings settings() {
        return settings;
    }

    /** The region that the file names, in which a harness runs unless its options name one; null if the file does not. */
    @Nullable
    String region() {
        return region;
    }

    /** The definition. */
    public Definition definition() {
        return definition;
    }

    /** What there is to say about the definition that does not keep it from running: warnings, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * The same machine with another type.
     *
     * @throws InvalidDefinitionException if an Express workflow cannot do what the definition asks for
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</a>
     */
    public StateMachine withType(StateMachineType newType) {
        if (newType == type) {
            return this;
        }
        List<Diagnostic> refused = newType == StateMachineType.EXPRESS
                ? Validator.validate(definition, new ValidationOptions(true, Set.of())).stream()
                        .filter(Diagnostic::isError)
                        .toList()
                : List.of();
        if (!refused.isEmpty()) {
            throw new InvalidDefinitionException(
                    name + " is not a valid Express workflow\n\n"
                            + DiagnosticFormat.text(refused, definition.source()::line),
                    refused);
        }
        return new StateMachine(name, newType, settings, region, definition, diagnostics, program, serviceModels);
    }

    /**
     * The same machine under another name, which stands in the ARNs of the machine and its executions.
     *
     * @throws IllegalArgumentException if it has not 1 to 80 characters, or one that the name of a machine cannot have
     * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</a>
     */
    public StateMachine withName(String newName) {
        try {
            Names.check(newName);
        } catch (StepFunctionsException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
        return new StateMachine(newName, type, settings, region, definition, diagnostics, program, serviceModels);
    }

    /** The mutants of this machine's definition: small mistakes that its tests should notice. */
    @API(status = EXPERIMENTAL, since = "0.1")
    public Mutants mutants() {
        return Mutants.of(definition, type == StateMachineType.EXPRESS);
    }

    /**
     * The same machine with a mistake in its definition.
     *
     * @param id the id of one of its {@link #mutants()}
     * @throws IllegalArgumentException if it has no such mutant
     */
    @API(status = EXPERIMENTAL, since = "0.1")
    public StateMachine withMutant(String id) {
        Definition mutated = Mutants.apply(definition, type == StateMachineType.EXPRESS, id);
        if (mutated == null) {
            throw new IllegalArgumentException(definition.source().name() + " has no mutant \"" + id + "\"");
        }
        return new StateMachine(
                name,
                type,
                settings,
                region,
                mutated,
                diagnostics,
                ProgramCompiler.compile(mutated, program.leniency()),
                serviceModels);
    }

    /** What the child executions of a Map Run are executions of. */
    static StateMachine ofChildren(Machine machine) {
        return new StateMachine(
                machine.name(),
                machine.express() ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                StateMachineSettings.none(),
                null,
                machine.program().definition(),
                List.of(),
                machine.program());
    }

    Program program() {
        return program;
    }

    /** Kept here because models are read once, and a machine outlives the harnesses that run it. */
    ServiceModels serviceModels() {
        return serviceModels;
    }

    @Override
    public String toString() {
        return name;
    }
}
