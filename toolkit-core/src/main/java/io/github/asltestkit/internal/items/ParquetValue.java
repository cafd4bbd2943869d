package io.github.asltestkit.internal.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.asltestkit.internal.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A value of a column as JSON: numbers are numbers, decimals with their digits, timestamps milliseconds since 1970, bytes that
 * are no text what the library writes for them.
 */
final class ParquetValue extends PrimitiveConverter {
    private static final int JULIAN_1970 = 2_440_588;

    private final PrimitiveType type;
    private final LogicalTypeAnnotation logical;
    private final Consumer<JsonNode> target;

    ParquetValue(PrimitiveType type, Consumer<JsonNode> target) {
        this.type = type;
        this.logical = type.getLogicalTypeAnnotation();
        this.target = target;
    }

    private void number(Number number) {
        target.accept(JsonText.tree(number));
    }

    @Override
    public void addBinary(Binary value) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            number(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()));
        } else if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            var buffer = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            long nanos = buffer.getLong();
            number(TimeUnit.DAYS.toMillis(buffer.getInt() - JULIAN_1970) + TimeUnit.NANOSECONDS.toMillis(nanos));
        } else {
            target.accept(JsonNodeFactory.instance.textNode(type.stringifier().stringify(value)));
        }
    }

    @Override
    public void addBoolean(boolean value) {
        target.accept(JsonNodeFactory.instance.booleanNode(value));
    }

    @Override
    public void addDouble(double value) {
        number(value);
    }

    @Override
    public void addFloat(float value) {
        number(value);
    }

    @Override
    public void addInt(int value) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            number(BigDecimal.valueOf(value, decimal.getScale()));
        } else if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
            number(Integer.toUnsignedLong(value));
        } else {
            number(value);
        }
    }

    @Override
    public void addLong(long value) {
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            number(BigDecimal.valueOf(value, decimal.getScale()));
        } else if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
            number(new BigInteger(Long.toUnsignedString(value)));
        } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            number(
                    switch (timestamp.getUnit()) {
                        case MILLIS -> value;
                        case MICROS -> Math.floorDiv(value, 1_000L);
                        case NANOS -> Math.floorDiv(value, 1_000_000L);
                    });
        } else {
            number(value);
        }
    }
}
