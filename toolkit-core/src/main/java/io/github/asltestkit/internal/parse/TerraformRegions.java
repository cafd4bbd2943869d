package io.github.asltestkit.internal.parse;

import io.github.asltestkit.internal.hcl.Body.Block;
import io.github.asltestkit.internal.hcl.Expression;
import io.github.asltestkit.internal.hcl.Expression.Item;
import io.github.asltestkit.internal.hcl.Expression.Mapping;
import io.github.asltestkit.internal.hcl.Expression.Template;
import io.github.asltestkit.internal.hcl.HclException;
import io.github.asltestkit.internal.hcl.Value;
import io.github.asltestkit.internal.spec.Partitions;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the resources of a module are created, as far as files say it: their own {@code region}, else that of the provider
 * that they name, else that of the provider without an alias.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/meta-arguments/module-providers">Providers of modules</a>
 */
final class TerraformRegions {
    private final TerraformModule module;
    private final TerraformFiles files;
    private final Function<String, @Nullable String> inherited;

    /**
     * Regions of a module.
     *
     * @param inherited the region of a provider, such as {@code aws} or {@code aws.west}, that the module is given
     */
    TerraformRegions(TerraformModule module, TerraformFiles files, Function<String, @Nullable String> inherited) {
        this.module = module;
        this.files = files;
        this.inherited = inherited;
    }

    /** The region of a resource or a data source; null if the files do not say it. */
    @Nullable
    String ofResource(String type, @Nullable Block block) {
        Expression own = block == null ? null : block.body().attribute("region");
        String region = own == null ? null : known(() -> module.evaluate(own));
        Expression provider = block == null ? null : block.body().attribute("provider");
        int end = type.indexOf('_');
        return region != null
                ? region
                : ofProvider(provider == null ? type.substring(0, Math.max(0, end)) : reference(provider));
    }

    /** The region in which a module that is called creates its resources, by the name that its files have for a provider. */
    @Nullable
    String inModule(@Nullable Block call, String provider) {
        Expression providers = call == null ? null : call.body().attribute("providers");
        List<Item> items = providers instanceof Mapping mapping ? mapping.items() : List.of();
        return items.stream()
                .filter(item -> reference(item.key()).equals(provider))
                .findFirst()
                .map(item -> ofProvider(reference(item.value())))
                .orElseGet(() -> provider.indexOf('.') < 0 ? ofProvider(provider) : null);
    }

    private @Nullable String ofProvider(String reference) {
        Block block = provider(reference);
        Expression region = block == null ? null : block.body().attribute("region");
        return region == null
                ? inherited.apply(reference)
                : known(() -> module.once("provider." + reference, () -> module.evaluate(region)));
    }

    private @Nullable Block provider(String reference) {
        List<Block> found = files.blocks(block -> isProvider(block, reference));
        if (found.isEmpty()) {
            files.addSiblings();
            found = files.blocks(block -> isProvider(block, reference));
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private boolean isProvider(Block block, String reference) {
        if (!block.type().equals("provider")) {
            return false;
        }
        Expression alias = block.body().attribute("alias");
        String name = alias == null ? null : TerraformModule.text(module.evaluate(alias));
        return reference.equals(name == null ? block.label(0) : block.label(0) + "." + name);
    }

    /** {@code aws.west}, which a file in JSON has as a text. */
    private String reference(Expression expression) {
        String text = expression instanceof Template ? TerraformModule.text(module.evaluate(expression)) : null;
        return text == null ? expression.at().name() : text;
    }

    private static @Nullable String known(java.util.function.Supplier<@Nullable Value> value) {
        try {
            String text = TerraformModule.text(value.get());
            return text != null && Partitions.isRegion(text) ? text : null;
        } catch (HclException refused) {
            // Said where the argument is read, if anything else depends on it.
            return null;
        }
    }
}
