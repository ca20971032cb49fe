package fds.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import fds.market.detector.DetectorFactory;
import fds.market.detector.Parameters;
import fds.market.detector.Tiered;
import org.junit.jupiter.api.Test;

/** Every key and its default: whoever changes one changes what is an alert, and must raise the detector's version. */
class DefaultParametersTest
{
    @Test
    void shouldBeThese() throws Exception
    {
        final List<String> actual = new ArrayList<>();
        for (final DetectorFactory<?> factory : ServiceLoader.load(DetectorFactory.class))
        {
            final Record defaults = factory.defaults();
            for (final RecordComponent component : defaults.getClass().getRecordComponents())
            {
                final Object value = component.getAccessor().invoke(defaults);
                actual.add(factory.info().id() + " v" + factory.info().version() + " " +
                    Parameters.keyOf(component) + " " +
                    (value instanceof Tiered tiered ?
                        tiered.majors() + "/" + tiered.mid() + "/" + tiered.longTail() : value));
            }
        }
        assertEquals(List.of(
            "D01 v1 notional_usd 10000/10000/10000",
            "D01 v1 volume_share_ppm 5000/5000/5000",
            "D01 v1 match_count 5/5/5",
            "D01 v1 count_window_nanos 300000000000",
            "D01 v1 usual_volume_nanos 1000000000",
            "D02 v1 notional_usd 10000/10000/10000",
            "D02 v1 volume_share_ppm 5000/5000/5000",
            "D02 v1 match_count 5/5/5",
            "D02 v1 count_window_nanos 300000000000",
            "D02 v1 usual_volume_nanos 1000000000",
            "D03 v2 trade_count 6/6/6",
            "D03 v2 notional_usd 50000/20000/10000",
            "D03 v2 volume_share_ppm 10000/10000/10000",
            "D03 v2 imbalance_ppm 10000/10000/10000",
            "D03 v2 own_share_ppm 500000/500000/500000",
            "D03 v2 high_own_share_ppm 900000/900000/900000",
            "D05 v1 gap_nanos 1000000000/1000000000/1000000000",
            "D05 v1 quantity_ppm 20000/20000/20000",
            "D05 v1 filled_ppm 800000/800000/800000",
            "D05 v1 match_count 3/3/3",
            "D05 v1 window_nanos 86400000000000",
            "D05 v1 own_share_ppm 200000/200000/200000",
            "D05 v1 lift_ppm 20000000/20000000/20000000",
            "D05 v1 lift_match_count 5/5/5",
            "D10 v2 volume_share_ppm 300000/300000/300000",
            "D10 v2 high_share_ppm 800000/800000/800000",
            "D10 v2 net_ppm 20000/20000/20000",
            "D10 v2 flip_count 20/20/20",
            "D10 v2 aggressor_share_ppm 900000/900000/900000",
            "D10 v2 fee_ppm 500/500/500",
            "D10 v2 usual_volume_nanos 60000000000",
            "D10 v2 repeat_nanos 60000000000",
            "D12 v1 trade_count 10/10/10",
            "D12 v1 small_lots 2/2/2",
            "D12 v1 small_share_ppm 50000/50000/50000",
            "D12 v1 print_share_ppm 800000/800000/800000",
            "D12 v1 base_per_minute 1/1/1",
            "D12 v1 history_nanos 3600000000000",
            "D12 v1 repeat_nanos 60000000000",
            "D13 v3 size_multiple 5/5/5",
            "D13 v3 least_multiple 2/2/2",
            "D13 v3 depth_share_ppm 200000/200000/200000",
            "D13 v3 display_multiple 40/40/40",
            "D13 v3 display_share_ppm 500000/500000/500000",
            "D13 v3 single_share_ppm 666667/666667/666667",
            "D13 v3 filled_share_ppm 100000/100000/100000",
            "D13 v3 lifetime_nanos 90000000000/90000000000/90000000000",
            "D13 v3 genuine_share_ppm 333333/333333/333333",
            "D13 v3 opposite_share_ppm 333333/333333/333333",
            "D13 v3 linked_share_ppm 500000/500000/500000",
            "D13 v3 return_nanos 1000000000",
            "D13 v3 near_ppm 5000/10000/20000",
            "D13 v3 returned_share_ppm 100000/100000/100000",
            "D13 v3 withdrawal_nanos 2000000000/2000000000/2000000000",
            "D13 v3 move_ticks 1/1/1",
            "D13 v3 alert_score 65/65/65",
            "D13 v3 repeat_score 50/50/50",
            "D13 v3 repeat_count 3",
            "D13 v3 repeat_window_nanos 600000000000",
            "D14 v3 layer_count 3/3/3",
            "D14 v3 gap_ticks 5/5/5",
            "D14 v3 gap_ppm 500/1000/2000",
            "D14 v3 entry_nanos 2000000000/2000000000/2000000000",
            "D14 v3 withdrawn_share_ppm 900000/900000/900000",
            "D14 v3 collapse_nanos 1000000000/1000000000/1000000000",
            "D14 v3 withdrawal_span_ppm 100000/100000/100000",
            "D14 v3 opposite_share_ppm 333333/333333/333333",
            "D14 v3 return_nanos 1000000000",
            "D14 v3 near_ppm 5000/10000/20000",
            "D14 v3 returned_share_ppm 100000/100000/100000",
            "D14 v3 concurrency_ppm 3000000/3000000/3000000",
            "D14 v3 alert_score 50/50/50",
            "D14 v3 high_score 80/80/80",
            "D16 v3 message_count 500/500/500",
            "D16 v3 message_share_ppm 250000/250000/250000",
            "D16 v3 top_change_count 60/60/60",
            "D16 v3 top_change_share_ppm 500000/500000/500000",
            "D16 v3 cancel_ratio_ppm 950000/950000/950000",
            "D16 v3 trade_ratio_ppm 10000/10000/10000",
            "D16 v3 repeat_nanos 1000000000",
            "D17 v2 warn_ratio 100/100/100",
            "D17 v2 alert_ratio 500/500/500",
            "D17 v2 maker_warn_ratio 500/500/500",
            "D17 v2 maker_alert_ratio 2000/2000/2000",
            "D17 v2 message_count 1000/1000/1000",
            "D17 v2 message_share_ppm 10000/10000/10000",
            "D17 v2 maker_message_share_ppm 300000/300000/300000",
            "D17 v2 current_share_ppm 20000/20000/20000",
            "D17 v2 resting_nanos 10000000000",
            "D17 v2 repeat_nanos 300000000000",
            "D28 v1 price_change_ppm 500000/500000/500000",
            "D28 v1 volume_rise_ppm 1000000/2000000/3000000",
            "D28 v1 deposit_rise_ppm 1000000/2000000/3000000",
            "D28 v1 gap_ppm 50000/50000/50000",
            "D28 v1 repeat_nanos 3600000000000",
            "D43 v4 price_deviation_ppm 30000/50000/200000",
            "D43 v4 slippage_ppm 50000/50000/50000",
            "D43 v4 quantity_multiple 10/10/10",
            "D43 v4 history_orders 20",
            "D43 v4 history_nanos 86400000000000",
            "D43 v4 young_orders 5",
            "D43 v4 young_multiple 10/10/10",
            "D43 v4 usual_volume_nanos 60000000000",
            "D401 v1 least_ppm 5000/10000/30000",
            "D401 v1 times_usual_ppm 10000000/10000000/10000000",
            "D401 v1 sample_count 12",
            "D401 v1 repeat_nanos 60000000000",
            "D402 v1 least_count 20/20/10",
            "D402 v1 times_usual_ppm 10000000/10000000/10000000",
            "D402 v1 sample_count 12",
            "D402 v1 repeat_nanos 60000000000",
            "D403 v1 least_ppm 1000/5000/20000",
            "D403 v1 times_usual_ppm 10000000/10000000/10000000",
            "D403 v1 sample_count 30",
            "D403 v1 repeat_nanos 60000000000",
            "D404 v1 least_ppm 800000/800000/800000",
            "D404 v1 times_usual_ppm 3000000/3000000/3000000",
            "D404 v1 sample_count 30",
            "D404 v1 repeat_nanos 60000000000",
            "D405 v1 crossed_nanos 1000000000",
            "D405 v1 stale_nanos 5000000000",
            "D405 v1 repeat_nanos 60000000000",
            "D406 v1 least_count 200/100/50",
            "D406 v1 times_usual_ppm 10000000/10000000/10000000",
            "D406 v1 sample_count 30",
            "D406 v1 repeat_nanos 60000000000",
            "D407 v1 least_ppm 200000/200000/200000",
            "D407 v1 times_usual_ppm 20000000/20000000/20000000",
            "D407 v1 sample_count 20",
            "D407 v1 repeat_nanos 60000000000",
            "D408 v1 least_count 100/100/50",
            "D408 v1 times_usual_ppm 10000000/10000000/10000000",
            "D408 v1 sample_count 12",
            "D408 v1 repeat_nanos 60000000000",
            "D409 v1 least_ppm 5000/10000/30000",
            "D409 v1 times_usual_ppm 5000000/5000000/5000000",
            "D409 v1 sample_count 20",
            "D409 v1 repeat_nanos 60000000000",
            "D410 v1 least_ppm 1000/1000/3000",
            "D410 v1 times_usual_ppm 5000000/5000000/5000000",
            "D410 v1 sample_count 3",
            "D410 v1 repeat_nanos 60000000000",
            "D411 v1 least_ppm 50000/100000/200000",
            "D411 v1 times_usual_ppm 10000000/10000000/10000000",
            "D411 v1 sample_count 20",
            "D411 v1 repeat_nanos 60000000000"), actual);
    }
}
